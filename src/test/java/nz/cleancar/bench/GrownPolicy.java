package nz.cleancar.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.Rows;

/**
 * A policy whose vehicle tables have grown: more classes, grounds, cycles, years, periods, schemes
 * and states. Whatever the shipped rows answer, they still answer.
 */
final class GrownPolicy {

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
  private static final int FIRST_NEW_YEAR = 2101;

  private static final int ROWS_IN_A_PERIOD = 4;

  /** How the n-th row that a table gains differs from the shipped row that it is copied from. */
  private static final Map<String, Change> CHANGES =
      Map.of(
          "vehicle-types", (row, n) -> otherWords(row, "CLASS-" + n),
          "exclusions", (row, n) -> otherWords(row, "GROUND-" + n),
          "test-cycles", (row, n) -> otherWords(row, "CYCLE-" + n),
          "annual-targets", (row, n) -> Rows.with(row, 1, whole(FIRST_NEW_YEAR + n)),
          "weight-adjustment", (row, n) -> Rows.with(row, 1, whole(FIRST_NEW_YEAR + n)),
          "charge-rates",
              (row, n) -> Rows.with(row, 0, monthBefore(FIRST_DAY, n / ROWS_IN_A_PERIOD)),
          "acceptance", (row, n) -> otherWords(row, "SCHEME-" + n),
          "account-standing", (row, n) -> otherWords(row, "STATUS-" + n));

  private interface Change {
    Row row(Row shipped, int n);
  }

  private GrownPolicy() {}

  /** The policy with each table of the vehicle topic grown to this many rows. */
  static Policy of(Policy policy, int rowsInEachTable) {
    return new Policy(
        policy.version(),
        policy.vocabulary(),
        policy.tables().stream()
            .map(
                table ->
                    CHANGES.containsKey(table.id())
                        ? grown(table, CHANGES.get(table.id()), rowsInEachTable)
                        : table)
            .toList(),
        policy.ruleSets());
  }

  private static PolicyTable grown(PolicyTable table, Change change, int size) {
    var rows = new ArrayList<>(table.rows());
    int shipped = rows.size();
    for (int i = 0; rows.size() < size; i++) {
      var row = change.row(rows.get(i % shipped), i);
      rows.add(numbered(row, rows.getFirst().number() + rows.size()));
    }
    return table.with(rows);
  }

  private static Row numbered(Row row, int number) {
    return new Row(
        number,
        "A%1$d:Z%1$d".formatted(number),
        row.conditions(),
        row.outcomes(),
        row.source(),
        row.standing(),
        row.note());
  }

  /** The row for as many other words in its first column as the shipped row has there. */
  private static Row otherWords(Row row, String word) {
    int words =
        row.conditions().getFirst() instanceof Condition.OneOf(List<Value> values)
            ? values.size()
            : 1;
    return Rows.with(
        row,
        0,
        new Condition.OneOf(
            IntStream.range(0, words).mapToObj(i -> Value.of(word + "-" + i)).toList()));
  }

  private static Condition whole(long number) {
    return new Condition.OneOf(List.of(Value.of(number)));
  }

  private static Condition monthBefore(LocalDate day, int months) {
    LocalDate first = day.minusMonths(months + 1L);
    return new Condition.Range(
        new Condition.Bound(Value.of(first), true),
        new Condition.Bound(Value.of(first.plusMonths(1).minusDays(1)), true));
  }
}
