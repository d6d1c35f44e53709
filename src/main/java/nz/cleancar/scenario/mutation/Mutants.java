package nz.cleancar.scenario.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.mutation.Mutant.Slip;

/**
 * The mutants of a policy's tables: each cell that decides changed in the ways of {@link Slip}, and
 * each row dropped and doubled. Whatever a changed cell says can be read, and an outcome stays
 * within what the vocabulary allows; the table as a whole may have gaps or rows that overlap.
 */
public final class Mutants {

  private static final int MOST_OTHER_WORDS = 4;

  private final PolicyTable table;
  private final Coverage coverage;
  private final Map<String, Mutant> found = new LinkedHashMap<>();

  private Mutants(PolicyTable table, Coverage coverage) {
    this.table = table;
    this.coverage = coverage;
  }

  /**
   * All mutants, table by table, row by row, cell by cell, always in the same order. No two say the
   * same of one cell.
   */
  public static List<Mutant> of(Policy policy) {
    return policy.tables().stream()
        .flatMap(table -> new Mutants(table, policy.vocabulary().coverage()).all().stream())
        .toList();
  }

  private List<Mutant> all() {
    addOtherwise();
    var conditions =
        IntStream.range(0, table.inputs().size()).mapToObj(this::conditionSlips).toList();
    var outcomes =
        IntStream.range(0, table.outcomes().size()).mapToObj(this::outcomeSlips).toList();
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < conditions.size(); column++) {
        for (var slip : conditions.get(column).of(row)) {
          addCondition(row, column, slip);
        }
      }
      for (int column = 0; column < outcomes.size(); column++) {
        for (var slip : outcomes.get(column).of(row)) {
          addOutcome(row, column, slip);
        }
      }
      addRows(row);
    }
    return List.copyOf(found.values());
  }

  private ConditionSlips conditionSlips(int column) {
    Term term = table.inputs().get(column);
    var cells = table.rows().stream().map(row -> row.conditions().get(column)).toList();
    var named =
        cells.stream()
            .flatMap(
                cell ->
                    cell instanceof Condition.OneOf(List<Value> values)
                        ? values.stream()
                        : Stream.empty());
    return new ConditionSlips(term, coverage, cells, words(term, named));
  }

  private OutcomeSlips outcomeSlips(int column) {
    Term term = table.outcomes().get(column);
    var cells = table.rows().stream().map(row -> row.outcomes().get(column)).toList();
    var values = new ValueSlips(term, coverage, words(term, cells.stream()), MOST_OTHER_WORDS);
    return new OutcomeSlips(term, cells, values);
  }

  private static List<String> words(Term term, Stream<Value> named) {
    return term.allowed().isEmpty()
        ? named
            .filter(value -> value instanceof Value.Word || value instanceof Value.Words)
            .map(Value::text)
            .distinct()
            .toList()
        : term.allowed();
  }

  private void addCondition(int index, int column, Slipped<Condition> slip) {
    Row row = table.rows().get(index);
    var conditions = new ArrayList<>(row.conditions());
    conditions.set(column, slip.to());
    add(
        table.with(replaced(index, with(row, conditions, row.outcomes()))),
        column,
        row,
        slip.slip(),
        row.conditions().get(column).text(),
        slip.to().text());
  }

  private void addOutcome(int index, int column, Slipped<Value> slip) {
    Row row = table.rows().get(index);
    var outcomes = new ArrayList<>(row.outcomes());
    outcomes.set(column, slip.to());
    add(
        table.with(replaced(index, with(row, row.conditions(), outcomes))),
        table.inputs().size() + column,
        row,
        slip.slip(),
        row.outcomes().get(column).text(),
        slip.to().text());
  }

  private void add(
      PolicyTable changed, int column, Row row, Slip slip, String before, String after) {
    add(changed, table.letters().get(column) + row.number(), slip, before, after);
  }

  private void add(PolicyTable changed, String cell, Slip slip, String before, String after) {
    if (!before.equals(after) || slip == Slip.ROW_DOUBLED) {
      found.putIfAbsent(
          cell + " " + after,
          new Mutant(
              table,
              changed,
              new Place(table.workbook(), table.sheet(), cell),
              slip,
              before,
              after));
    }
  }

  /** A table without rows cannot be read, so the only row stays. */
  private void addRows(int index) {
    Row row = table.rows().get(index);
    if (table.rows().size() > 1) {
      var fewer = new ArrayList<>(table.rows());
      fewer.remove(index);
      add(table.with(fewer), row.cells(), Slip.ROW_DROPPED, text(row), "");
    }
    var more = new ArrayList<>(table.rows());
    more.add(below(row));
    add(table.with(more), row.cells(), Slip.ROW_DOUBLED, text(row), text(row));
  }

  /** The row once more, where the next free one is. */
  private Row below(Row row) {
    int next = table.rows().stream().mapToInt(Row::number).max().orElse(0) + 1;
    return new Row(
        next,
        row.cells().replaceAll("(?<=[A-Z])" + row.number() + "(?![0-9])", Integer.toString(next)),
        row.conditions(),
        row.outcomes(),
        row.source(),
        row.standing(),
        row.note());
  }

  private void addOtherwise() {
    switch (table.otherwise()) {
      case Otherwise.Fault _ -> {}
      case Otherwise.Answer(List<Value> answers) -> {
        for (int column = 0; column < answers.size(); column++) {
          addOtherwise(answers, column);
        }
      }
    }
  }

  private void addOtherwise(List<Value> answers, int column) {
    Value answer = answers.get(column);
    var slips = outcomeSlips(column);
    var said = slips.column().stream().filter(other -> !other.equals(answer));
    Stream.concat(said, slips.valid(answer).map(slip -> slip.to()))
        .findFirst()
        .ifPresent(
            other -> {
              var changed = new ArrayList<>(answers);
              changed.set(column, other);
              add(
                  table.with(new Otherwise.Answer(changed)),
                  "",
                  Slip.OTHERWISE,
                  text(answers),
                  text(changed));
            });
  }

  private List<Row> replaced(int index, Row row) {
    var rows = new ArrayList<>(table.rows());
    rows.set(index, row);
    return rows;
  }

  private static Row with(Row row, List<Condition> conditions, List<Value> outcomes) {
    return new Row(
        row.number(), row.cells(), conditions, outcomes, row.source(), row.standing(), row.note());
  }

  private static String text(List<Value> values) {
    return String.join("; ", values.stream().map(Value::text).toList());
  }

  private static String text(Row row) {
    return String.join(
        " | ",
        Stream.concat(
                row.conditions().stream().map(Condition::text),
                row.outcomes().stream().map(Value::text))
            .toList());
  }
}
