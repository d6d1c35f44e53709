package nz.cleancar.scenario.coverage;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nz.cleancar.policy.table.PolicyTable;

/**
 * What scenarios touched of a table.
 *
 * @param table the table
 * @param tried all that they should try: each row, then what its cells ask for; then the answer
 *     where no row matches, if the table has one
 * @param notAsked sides of bounds that cannot be tried, and that nobody tried
 */
public record TableCoverage(PolicyTable table, List<Tried> tried, List<NotAsked> notAsked) {

  public TableCoverage {
    tried = List.copyOf(tried);
    notAsked = List.copyOf(notAsked);
  }

  /** The rows that answered, and the answer where none matches. */
  public Share rows() {
    return share(TableCoverage::isRow);
  }

  /** The values of cells that list several. */
  public Share values() {
    return share(goal -> goal instanceof Goal.Listed);
  }

  /** The sides of bounds, of those that can be tried. */
  public Share boundaries() {
    return share(goal -> goal instanceof Goal.Side);
  }

  /** How often the table answered although no row matched; empty where it has no such answer. */
  public Optional<Tried> otherwise() {
    return tried.stream().filter(each -> each.goal() instanceof Goal.AnswersOtherwise).findFirst();
  }

  private Share share(Predicate<Goal> counts) {
    var all = tried.stream().filter(each -> counts.test(each.goal())).toList();
    return new Share(all.stream().filter(Tried::isTried).count(), all.size());
  }

  private static boolean isRow(Goal goal) {
    return switch (goal) {
      case Goal.Fires _, Goal.AnswersOtherwise _ -> true;
      case Goal.Listed _, Goal.Side _, Goal.RuleFires _ -> false;
    };
  }
}
