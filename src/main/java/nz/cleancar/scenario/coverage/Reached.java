package nz.cleancar.scenario.coverage;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.Watched.Lookup;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;

/** When a question does what a goal asks for. */
final class Reached {

  private Reached() {}

  /** Whether a run reaches the goal. */
  static Predicate<Watched> by(Goal goal) {
    return switch (goal) {
      case Goal.RuleFires(var rule) -> watched -> watched.rules().contains(rule);
      case Goal.OfTable ofTable ->
          watched ->
              watched.lookups().stream()
                  .filter(lookup -> lookup.table().id().equals(ofTable.table().id()))
                  .anyMatch(lookup -> by(ofTable, lookup));
    };
  }

  /** Whether a question to the goal's table reaches it. */
  static boolean by(Goal.OfTable goal, Lookup lookup) {
    return switch (goal) {
      case Goal.Fires(var _, Row row) -> answers(row, lookup);
      case Goal.AnswersOtherwise(var table) ->
          lookup.rows().isEmpty() && table.otherwise() instanceof Otherwise.Answer;
      case Goal.Listed listed ->
          answers(listed.row(), lookup)
              && new Condition.OneOf(List.of(listed.value()))
                  .matches(input(lookup, listed.column()));
      case Goal.Side side ->
          input(lookup, side.column()).equals(Optional.of(side.value()))
              && (side.inside() ? answers(side.row(), lookup) : othersMatch(side, lookup));
    };
  }

  /** The rows that answer; none where more match than the hit policy allows. */
  static List<Row> answering(Lookup lookup) {
    return lookup.table().hitPolicy() == HitPolicy.EXACTLY_ONE && lookup.rows().size() > 1
        ? List.of()
        : lookup.rows();
  }

  /** What a column is asked, as the bounds of its cells are written. */
  static Optional<Value> input(Lookup lookup, int column) {
    return lookup
        .inputs()
        .get(column)
        .map(value -> Bounds.asked(lookup.table().inputs().get(column), value));
  }

  private static boolean answers(Row row, Lookup lookup) {
    return answering(lookup).stream().anyMatch(each -> each.number() == row.number());
  }

  private static boolean othersMatch(Goal.Side side, Lookup lookup) {
    var conditions = side.row().conditions();
    for (int column = 0; column < conditions.size(); column++) {
      if (column != side.column() && !conditions.get(column).matches(lookup.inputs().get(column))) {
        return false;
      }
    }
    return true;
  }
}
