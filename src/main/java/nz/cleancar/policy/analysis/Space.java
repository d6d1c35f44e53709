package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * Everything that some tables may be asked: an axis for each input column of any of them, and for a
 * column of several words one for each word that a row names.
 */
record Space(List<Axis> axes) {

  Space {
    axes = List.copyOf(axes);
  }

  /** The space of the tables' input columns, those of the first table first. */
  static Space of(List<PolicyTable> tables) {
    var named = new LinkedHashMap<Term, Set<String>>();
    for (PolicyTable table : tables) {
      for (int column = 0; column < table.inputs().size(); column++) {
        Set<String> words =
            named.computeIfAbsent(table.inputs().get(column), term -> new LinkedHashSet<>());
        for (Row row : table.rows()) {
          if (row.conditions().get(column) instanceof Condition.OneOf(List<Value> values)) {
            values.forEach(value -> words.add(value.text()));
          }
        }
      }
    }
    var axes = new ArrayList<Axis>();
    named.forEach((term, words) -> axes.addAll(axes(term, words)));
    return new Space(axes);
  }

  private static List<Axis> axes(Term term, Set<String> words) {
    return switch (term.kind()) {
      case WORD ->
          List.of(
              new Axis.Words(
                  term,
                  List.copyOf(term.allowed().isEmpty() ? words : term.allowed()),
                  term.allowed().isEmpty()));
      case WORDS -> words.stream().map(word -> (Axis) new Axis.Member(term, word)).toList();
      case YES_NO -> List.of(new Axis.YesNo(term));
      case WHOLE, DECIMAL, DAY -> List.of(new Axis.Numbers(term));
      case SENTENCE -> throw new IllegalArgumentException("No column asks for a sentence.");
    };
  }

  /** The axes of a term, by their index; none if no column asks for it. */
  List<Integer> axesOf(Term term) {
    return IntStream.range(0, axes.size())
        .filter(index -> axes.get(index).term().equals(term))
        .boxed()
        .toList();
  }

  /** Every point, as sides. */
  List<Spans> whole() {
    return axes.stream().map(Axis::domain).toList();
  }

  /** The boxes of a table's rows; a column that the table lacks takes whatever is there. */
  List<Box> boxes(PolicyTable table) {
    var boxes = new ArrayList<Box>();
    for (int row = 0; row < table.rows().size(); row++) {
      Map<Term, Condition> conditions = new LinkedHashMap<>();
      for (int column = 0; column < table.inputs().size(); column++) {
        conditions.put(table.inputs().get(column), table.rows().get(row).conditions().get(column));
      }
      for (List<Spans> sides : sides(conditions)) {
        boxes.add(new Box(row, sides));
      }
    }
    return boxes;
  }

  /** One list of sides, or several where any of several words will do. */
  private List<List<Spans>> sides(Map<Term, Condition> conditions) {
    List<List<Spans>> all = new ArrayList<>();
    all.add(List.of());
    for (Axis axis : axes) {
      Condition condition = conditions.getOrDefault(axis.term(), new Condition.Any());
      all.replaceAll(
          sides -> {
            var longer = new ArrayList<>(sides);
            longer.add(axis.meeting(condition));
            return longer;
          });
    }
    for (Map.Entry<Term, Condition> each : conditions.entrySet()) {
      if (each.getKey().kind() == Kind.WORDS
          && each.getValue() instanceof Condition.OneOf(List<Value> values)) {
        all = all.stream().flatMap(sides -> oneOf(each.getKey(), values, sides).stream()).toList();
      }
    }
    return all;
  }

  /** Boxes that share no point: the first word is there; it is not and the second is; and so on. */
  private List<List<Spans>> oneOf(Term term, List<Value> values, List<Spans> sides) {
    var boxes = new ArrayList<List<Spans>>();
    var without = new ArrayList<>(sides);
    for (Value value : values) {
      int axis = axes.indexOf(new Axis.Member(term, value.text()));
      var with = new ArrayList<>(without);
      with.set(axis, Spans.of(1, 1));
      boxes.add(with);
      without.set(axis, Spans.of(0, 0));
    }
    return boxes;
  }
}
