package nz.cleancar.scenario.coverage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.scenario.Scenario;

/**
 * Takes note of what scenarios touch, one after the other. What it holds grows with the policy, and
 * not with the number of scenarios. Safe for many threads.
 */
public final class CoverageRun {

  private static final Comparator<RuleName> IN_ORDER =
      Comparator.comparing(RuleName::ruleSet).thenComparing(RuleName::rule);

  private final CompiledPolicy policy;
  private final Map<String, TableCount> tables = new LinkedHashMap<>();
  private final Map<RuleName, TableCount.Count> rules = new LinkedHashMap<>();
  private final Unasked unasked;
  private long cases;

  public CoverageRun(CompiledPolicy policy) {
    this.policy = policy;
    this.unasked = new Unasked(policy);
    var bounds = new Bounds(policy.policy().vocabulary());
    for (PolicyTable table : policy.policy().tables()) {
      tables.put(table.id(), new TableCount(table, bounds));
    }
    policy.rules().stream()
        .sorted(IN_ORDER)
        .forEach(rule -> rules.put(rule, new TableCount.Count(new Goal.RuleFires(rule))));
  }

  /**
   * Takes note of a scenario.
   *
   * @param watched what this policy made of the scenario's facts
   */
  public void add(Scenario scenario, Watched watched) {
    add(scenario.suite().id() + ": " + scenario.name(), watched);
  }

  synchronized void add(String scenario, Watched watched) {
    cases++;
    for (Watched.Lookup lookup : watched.lookups()) {
      var table = tables.get(lookup.table().id());
      if (table != null) {
        table.add(lookup, scenario);
      }
    }
    for (RuleName rule : watched.rules()) {
      var count = rules.get(rule);
      if (count != null) {
        count.add(scenario);
      }
    }
  }

  /** What was touched so far. */
  public synchronized CoverageReport report() {
    return new CoverageReport(
        policy.policy().version(),
        cases,
        tables.values().stream().map(table -> table.coverage(unasked)).toList(),
        rules.values().stream().map(TableCount.Count::tried).toList());
  }
}
