package nz.cleancar.scenario.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;

/**
 * What the cases ask each table. Rules are pure functions of facts and of what tables answer, so a
 * case none of whose questions a changed table answers otherwise comes to what it came to before.
 */
final class Lookups {

  private final Map<String, Map<List<Optional<Value>>, Cases>> byTable = new LinkedHashMap<>();

  /**
   * Takes note of all that a case asked.
   *
   * @param number its place among the cases; cases come in their order
   */
  void add(int number, Watched watched) {
    for (Watched.Lookup lookup : watched.lookups()) {
      byTable
          .computeIfAbsent(lookup.table().id(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(lookup.inputs(), _ -> new Cases())
          .add(number);
    }
  }

  /** The cases that the changed table answers otherwise, by their numbers. */
  BitSet concerned(PolicyTable before, PolicyTable after) {
    var difference = new Difference(before, after);
    var cases = new BitSet();
    byTable
        .getOrDefault(before.id(), Map.of())
        .forEach(
            (inputs, asking) -> {
              if (difference.isSeenBy(inputs)) {
                asking.addTo(cases);
              }
            });
    return cases;
  }

  /** The numbers of cases that ask the same; what they hold grows with how many do. */
  private static final class Cases {

    private int[] numbers = new int[1];
    private int size;

    /** The last case may ask the same once more. */
    void add(int number) {
      if (size > 0 && numbers[size - 1] == number) {
        return;
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    void addTo(BitSet cases) {
      for (int i = 0; i < size; i++) {
        cases.set(numbers[i]);
      }
    }
  }

  /**
   * Where two tables differ.
   *
   * @param rows the rows that one of them lacks, or all where the others stand in another order; a
   *     question that none of them matches has the same answer
   */
  private record Difference(PolicyTable before, PolicyTable after, List<Row> rows) {

    Difference(PolicyTable before, PolicyTable after) {
      this(before, after, differing(before, after));
    }

    private static List<Row> differing(PolicyTable before, PolicyTable after) {
      Set<Row> olds = Collections.newSetFromMap(new IdentityHashMap<>());
      olds.addAll(before.rows());
      Set<Row> news = Collections.newSetFromMap(new IdentityHashMap<>());
      news.addAll(after.rows());
      var differing = new ArrayList<Row>();
      before.rows().stream().filter(row -> !news.contains(row)).forEach(differing::add);
      after.rows().stream().filter(row -> !olds.contains(row)).forEach(differing::add);
      boolean sameOrder =
          before.rows().stream()
              .filter(news::contains)
              .toList()
              .equals(after.rows().stream().filter(olds::contains).toList());
      if (!sameOrder) {
        differing.addAll(before.rows());
      }
      return differing;
    }

    /** Whether the two answer the question with other outcomes, or from other rows. */
    boolean isSeenBy(List<Optional<Value>> inputs) {
      boolean sameRowsMatch = rows.stream().noneMatch(row -> matches(row, inputs));
      return (!sameRowsMatch || !before.otherwise().equals(after.otherwise()))
          && !answer(before, inputs).equals(answer(after, inputs));
    }

    private static Answer answer(PolicyTable table, List<Optional<Value>> inputs) {
      var matching = table.rows().stream().filter(row -> matches(row, inputs));
      var counting = (table.hitPolicy() == HitPolicy.FIRST ? matching.limit(1) : matching).toList();
      return counting.isEmpty()
          ? new Answer.None(table.otherwise())
          : new Answer.Rows(
              counting.stream().map(row -> new Answer.Said(row.number(), row.outcomes())).toList());
    }

    private static boolean matches(Row row, List<Optional<Value>> inputs) {
      for (int column = 0; column < inputs.size(); column++) {
        if (!row.conditions().get(column).matches(inputs.get(column))) {
          return false;
        }
      }
      return true;
    }
  }

  /** What a table answers, and from which rows. */
  private sealed interface Answer {

    /** No row matches. */
    record None(Otherwise otherwise) implements Answer {}

    /** These rows count; one too many of them is a fault. */
    record Rows(List<Said> rows) implements Answer {}

    /** A row by its number on the sheet, and its outcomes. */
    record Said(int row, List<Value> outcomes) {}
  }
}
