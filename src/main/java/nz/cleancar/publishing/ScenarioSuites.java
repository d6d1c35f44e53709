package nz.cleancar.publishing;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.SuiteFile;
import nz.cleancar.scenario.SuiteResults;
import nz.cleancar.scenario.Suites;

/** A policy must do what its own scenarios expect. */
public final class ScenarioSuites implements GateCheck {

  private static final SuiteResults.Limits MOST = new SuiteResults.Limits(200, 0);

  private final Suites suites;

  public ScenarioSuites(Suites suites) {
    this.suites = suites;
  }

  @Override
  public String name() {
    return "scenarios";
  }

  @Override
  public boolean mayBeTriedOut() {
    return true;
  }

  @Override
  public List<Finding> findings(PolicySources sources, CompiledPolicy policy) {
    var misses = new SuiteResults(MOST);
    var results =
        suites.run(
            policy, SuiteFile.of(sources), Selection.ALL, (verdict, _) -> misses.add(verdict));
    var findings = new ArrayList<>(results.findings());
    findings.addAll(misses.findings());
    return findings.stream().sorted(Finding.IN_READING_ORDER).toList();
  }
}
