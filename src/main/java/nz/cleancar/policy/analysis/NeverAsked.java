package nz.cleancar.policy.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Term;

/**
 * What no question asks a table: in a group of tables that answer for each other's days, whatever
 * another table of the group has no row for. A question that it cannot answer goes no further.
 */
public final class NeverAsked {

  private final Policy policy;
  private final Map<Term, Term> days;

  private NeverAsked(Policy policy) {
    this.policy = policy;
    this.days = DaySpace.days(policy.vocabulary());
  }

  /** What is never asked of the policy's tables. */
  public static NeverAsked of(Policy policy) {
    return new NeverAsked(policy);
  }

  /**
   * The table of its group that has no row for anything that is asked so; empty where the table may
   * be asked.
   *
   * @param table a table of the policy, or one of the same id and columns
   * @param asked what the input columns are asked, one condition each
   */
  public Optional<PolicyTable> lacking(PolicyTable table, List<Condition> asked) {
    return policy.vocabulary().coverage().together().stream()
        .filter(group -> group.contains(table.id()))
        .flatMap(List::stream)
        .distinct()
        .filter(id -> !id.equals(table.id()))
        .flatMap(id -> policy.table(id).stream())
        .filter(other -> other.otherwise() instanceof Otherwise.Fault)
        .filter(other -> hasNone(other, table, asked))
        .findFirst();
  }

  private boolean hasNone(PolicyTable other, PolicyTable table, List<Condition> asked) {
    var question = table.with(List.of(row(asked)));
    var space = new DaySpace(List.of(question, other), days);
    var rows = space.boxes(other);
    return space.boxes(question).stream().noneMatch(box -> rows.stream().anyMatch(box::meets));
  }

  private static Row row(List<Condition> asked) {
    return new Row(1, "", asked, List.of(), "", Standing.ASSUMED, "");
  }
}
