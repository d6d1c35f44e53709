package nz.cleancar.scenario.coverage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nz.cleancar.policy.PolicyVersion;

/**
 * What scenarios touched of a policy.
 *
 * @param policy the policy
 * @param cases how many scenarios ran
 * @param tables its tables, in the order of their ids
 * @param rules its rules, in the order of rule sets and names
 */
public record CoverageReport(
    PolicyVersion policy, long cases, List<TableCoverage> tables, List<Tried> rules) {

  public CoverageReport {
    tables = List.copyOf(tables);
    rules = List.copyOf(rules);
  }

  /** The table with this id. */
  public Optional<TableCoverage> table(String id) {
    return tables.stream().filter(each -> each.table().id().equals(id)).findFirst();
  }

  /** The rows that answered, and the answers where none matches. */
  public Share rows() {
    return sum(TableCoverage::rows);
  }

  /** The values of cells that list several. */
  public Share values() {
    return sum(TableCoverage::values);
  }

  /** The sides of bounds, of those that can be tried. */
  public Share boundaries() {
    return sum(TableCoverage::boundaries);
  }

  /** The rules that fired. */
  public Share ruleShare() {
    return new Share(rules.stream().filter(Tried::isTried).count(), rules.size());
  }

  /** Rows, values, boundaries and rules together. */
  public Share all() {
    return rows().plus(values()).plus(boundaries()).plus(ruleShare());
  }

  /** Whether nothing is left to try. */
  public boolean isComplete() {
    return all().isWhole();
  }

  /** What no scenario tried, table by table, then the rules. */
  public List<Goal> untried() {
    return Stream.concat(tables.stream().flatMap(each -> each.tried().stream()), rules.stream())
        .filter(each -> !each.isTried())
        .map(Tried::goal)
        .toList();
  }

  /** Sides of bounds that cannot be tried. */
  public List<NotAsked> notAsked() {
    return tables.stream().flatMap(each -> each.notAsked().stream()).toList();
  }

  private Share sum(Function<TableCoverage, Share> share) {
    return tables.stream().map(share).reduce(new Share(0, 0), Share::plus);
  }
}
