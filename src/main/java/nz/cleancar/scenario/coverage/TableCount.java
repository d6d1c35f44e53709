package nz.cleancar.scenario.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.Watched.Lookup;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;

/** Counts what questions to one table try. */
final class TableCount {

  private final PolicyTable table;

  /** All that there is to try, in the order of the sheet. */
  private final List<Count> counts = new ArrayList<>();

  /** By the row's number, that it answers. */
  private final Map<Integer, Count> fires = new HashMap<>();

  /** By the row's number, the listed values of its cells. */
  private final Map<Integer, List<Count>> listed = new HashMap<>();

  /** By column and then by value, the sides of bounds that are tried by asking it. */
  private final List<Map<Value, List<Count>>> sides = new ArrayList<>();

  private final Count otherwise;

  TableCount(PolicyTable table, Bounds bounds) {
    this.table = table;
    table.inputs().forEach(_ -> sides.add(new HashMap<>()));
    for (Row row : table.rows()) {
      fires.put(row.number(), counted(new Goal.Fires(table, row)));
      for (int column = 0; column < table.inputs().size(); column++) {
        addListed(row, column);
        for (Goal.Side side : bounds.sides(table, row, column)) {
          sides
              .get(column)
              .computeIfAbsent(side.value(), _ -> new ArrayList<>())
              .add(counted(side));
        }
      }
    }
    this.otherwise = new Count(new Goal.AnswersOtherwise(table));
    if (table.otherwise() instanceof Otherwise.Answer) {
      counts.add(otherwise);
    }
  }

  private void addListed(Row row, int column) {
    if (row.conditions().get(column) instanceof Condition.OneOf(List<Value> values)
        && values.size() > 1) {
      var term = table.inputs().get(column);
      for (Value value : values) {
        listed
            .computeIfAbsent(row.number(), _ -> new ArrayList<>())
            .add(counted(new Goal.Listed(table, row, column, Bounds.asked(term, value))));
      }
    }
  }

  private Count counted(Goal goal) {
    var count = new Count(goal);
    counts.add(count);
    return count;
  }

  /** Takes note of a question that a scenario asks. */
  void add(Lookup lookup, String scenario) {
    for (Row row : Reached.answering(lookup)) {
      Optional.ofNullable(fires.get(row.number())).ifPresent(count -> count.add(scenario));
      listed.getOrDefault(row.number(), List.of()).forEach(count -> count.add(lookup, scenario));
    }
    otherwise.add(lookup, scenario);
    for (int column = 0; column < sides.size(); column++) {
      var asked = Reached.input(lookup, column);
      if (asked.isPresent()) {
        sides
            .get(column)
            .getOrDefault(asked.get(), List.of())
            .forEach(count -> count.add(lookup, scenario));
      }
    }
  }

  /** What was touched so far; what is never asked is left out of what should be. */
  TableCoverage coverage(Unasked unasked) {
    var tried = new ArrayList<Tried>();
    var notAsked = new ArrayList<NotAsked>();
    for (Count count : counts) {
      count.notAsked(unasked).ifPresentOrElse(notAsked::add, () -> tried.add(count.tried()));
    }
    return new TableCoverage(table, tried, notAsked);
  }

  /** How often something was tried, and by what first. */
  static final class Count {

    private final Goal goal;
    private long times;
    private String first = "";

    Count(Goal goal) {
      this.goal = goal;
    }

    void add(String scenario) {
      if (times == 0) {
        first = scenario;
      }
      times++;
    }

    Tried tried() {
      return new Tried(goal, times, first);
    }

    /** Takes note of a question if it does what is to be tried. */
    void add(Lookup lookup, String scenario) {
      if (goal instanceof Goal.OfTable ofTable && Reached.by(ofTable, lookup)) {
        add(scenario);
      }
    }

    private Optional<NotAsked> notAsked(Unasked unasked) {
      return times == 0 && goal instanceof Goal.Side side ? unasked.of(side) : Optional.empty();
    }
  }
}
