package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;

/**
 * What a table answers at some point, as its hit policy has it. Two answers are equal if their
 * outcomes are, whichever rows they come from and whatever these rest on.
 */
public sealed interface Answer {

  /** What the outcome of this name is, as a person reads it. */
  String text(String outcome);

  /** The outcomes of the row that counts, or of {@code When no row matches}, by name. */
  record Outcomes(Map<String, Value> byName) implements Answer {
    public Outcomes {
      byName = Map.copyOf(byName);
    }

    @Override
    public String text(String outcome) {
      var value = byName.get(outcome);
      return value == null ? "not told" : value.text();
    }
  }

  /** The outcomes of every row that matches, where a table collects, in no particular order. */
  record Collected(List<Outcomes> all) implements Answer {
    public Collected {
      all = all.stream().sorted(Comparator.comparing(Collected::sortable)).toList();
    }

    private static String sortable(Outcomes outcomes) {
      return new TreeMap<>(outcomes.byName()).toString();
    }

    @Override
    public String text(String outcome) {
      return all.isEmpty()
          ? "nothing more"
          : all.stream().map(each -> each.text(outcome)).collect(Collectors.joining(" and "));
    }
  }

  /** No row matches where one must. */
  record NoRow() implements Answer {
    @Override
    public String text(String outcome) {
      return "undecided, no row matches";
    }
  }

  /** Several rows match where one must. */
  record SeveralRows() implements Answer {
    @Override
    public String text(String outcome) {
      return "undecided, several rows match";
    }
  }

  /**
   * A table's answer.
   *
   * @param matching the rows that match, by their index, in order
   */
  static Answer of(PolicyTable table, List<Integer> matching) {
    var counting = counting(table, matching);
    if (counting.isEmpty()) {
      return switch (table.otherwise()) {
        case Otherwise.Fault _ -> new NoRow();
        case Otherwise.Answer(List<Value> outcomes) -> otherwise(table, outcomes);
      };
    }
    return switch (table.hitPolicy()) {
      case EXACTLY_ONE, FIRST ->
          counting.size() > 1 ? new SeveralRows() : row(table, counting.getFirst());
      case COLLECT -> new Collected(counting.stream().map(row -> row(table, row)).toList());
    };
  }

  /** Those of the matching rows that count. */
  static List<Integer> counting(PolicyTable table, List<Integer> matching) {
    return switch (table.hitPolicy()) {
      case EXACTLY_ONE, COLLECT -> matching;
      case FIRST -> matching.stream().limit(1).toList();
    };
  }

  private static Answer otherwise(PolicyTable table, List<Value> outcomes) {
    return switch (table.hitPolicy()) {
      case EXACTLY_ONE, FIRST -> outcomes(table, outcomes);
      case COLLECT -> new Collected(new ArrayList<>(List.of(outcomes(table, outcomes))));
    };
  }

  private static Outcomes row(PolicyTable table, int row) {
    return outcomes(table, table.rows().get(row).outcomes());
  }

  private static Outcomes outcomes(PolicyTable table, List<Value> values) {
    var byName = new TreeMap<String, Value>();
    for (int column = 0; column < values.size(); column++) {
      byName.put(table.outcomes().get(column).name(), values.get(column));
    }
    return new Outcomes(byName);
  }
}
