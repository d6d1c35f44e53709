package nz.cleancar.policy.xlsx;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** Which rows of a table are copied for a year to come, or why none are. */
sealed interface YearPlan {

  /** None are. */
  record Impossible(String says) implements YearPlan {}

  /**
   * These are.
   *
   * @param table the table
   * @param year the year to come
   * @param input the number, among the inputs, of the column that is the year or the day
   * @param steps a step for each row that holds in the year before, from the top
   */
  record Possible(PolicyTable table, int year, int input, List<Step> steps) implements YearPlan {
    public Possible {
      steps = List.copyOf(steps);
    }

    /** The runs of rows that stand together; a run's copies go below it. */
    List<List<Step>> runs() {
      var runs = new ArrayList<List<Step>>();
      for (Step step : steps) {
        if (runs.isEmpty() || runs.getLast().getLast().row() + 1 != step.row()) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(step);
      }
      return runs;
    }

    /** The number that a row of now has once the copies are there. */
    int numberAfter(int row) {
      return row
          + runs().stream().filter(run -> run.getLast().row() < row).mapToInt(List::size).sum();
    }

    /** The numbers that the copies have. */
    List<Integer> copiedRows() {
      return runs().stream()
          .flatMap(
              run ->
                  IntStream.rangeClosed(1, run.size())
                      .map(i -> numberAfter(run.getLast().row()) + i)
                      .boxed())
          .toList();
    }
  }

  /**
   * What becomes of one row.
   *
   * @param row its number
   * @param ended what its period is from now on; empty where it stays
   * @param next what the copy's year or period is
   */
  record Step(int row, String ended, Next next) {}

  /** The year or period of a copy. */
  sealed interface Next {

    /** A year alone, written as a number. */
    record OneYear(int year) implements Next {}

    /** A period, written as text. */
    record Period(String text) implements Next {}
  }

  /** The plan for the table. */
  static YearPlan of(PolicyTable table, int year, Coverage coverage) {
    var years = inputs(table, term -> coverage.years().containsKey(term.name()));
    var days = inputs(table, term -> coverage.years().containsValue(term.name()));
    var anyDays = inputs(table, term -> term.kind() == Kind.DAY);
    var input = years.isPresent() ? years : days.isPresent() ? days : anyDays;
    if (input.isEmpty()) {
      return new Impossible(
          "The table `%s` asks for neither a year nor a day, so it has no year to copy."
              .formatted(table.id()));
    }
    return new Planning(table, year, input.getAsInt()).plan();
  }

  private static OptionalInt inputs(
      PolicyTable table, java.util.function.Predicate<Term> isWanted) {
    return IntStream.range(0, table.inputs().size())
        .filter(i -> isWanted.test(table.inputs().get(i)))
        .findFirst();
  }

  /** Goes through the rows of one table. */
  final class Planning {

    private final PolicyTable table;
    private final int year;
    private final int input;
    private final boolean isYear;

    Planning(PolicyTable table, int year, int input) {
      this.table = table;
      this.year = year;
      this.input = input;
      this.isYear = table.inputs().get(input).kind() != Kind.DAY;
    }

    YearPlan plan() {
      Value first = isYear ? Value.of(year) : Value.of(NextYear.firstOf(year));
      Value before = isYear ? Value.of(year - 1) : Value.of(NextYear.firstOf(year).minusDays(1));
      var steps = new ArrayList<Step>();
      for (Row row : table.rows()) {
        var condition = row.conditions().get(input);
        if (condition instanceof Condition.Any) {
          continue;
        }
        boolean holds = condition.matches(Optional.of(first));
        boolean held = condition.matches(Optional.of(before));
        if (holds && !(held && isOpen(condition))) {
          return new Impossible(
              "Row %d of %s says %s, so %d has its values already; change them there."
                  .formatted(row.number(), table.workbook(), condition.text(), year));
        }
        if (held) {
          steps.add(step(row.number(), condition, holds));
        }
      }
      return steps.isEmpty() ? gap() : new Possible(table, year, input, steps);
    }

    private static boolean isOpen(Condition condition) {
      return condition instanceof Condition.Range range && range.upper().isEmpty();
    }

    private Step step(int row, Condition condition, boolean isOpen) {
      if (isOpen && condition instanceof Condition.Range range) {
        var bound = range.lower().orElseThrow();
        String ended =
            (bound.inclusive() ? "[" : "(")
                + bound.value().text()
                + ".."
                + (isYear ? Integer.toString(year - 1) : lastOf(year - 1).toString())
                + "]";
        String next = isYear ? Integer.toString(year) : NextYear.firstOf(year).toString();
        return new Step(row, ended, new Next.Period(">= " + next));
      }
      return new Step(
          row,
          "",
          isYear
              ? new Next.OneYear(year)
              : new Next.Period("[" + NextYear.firstOf(year) + ".." + lastOf(year) + "]"));
    }

    private static LocalDate lastOf(int year) {
      return LocalDate.of(year, 12, 31);
    }

    private Impossible gap() {
      var held = table.rows().stream().map(row -> row.conditions().get(input)).toList();
      boolean always = held.stream().allMatch(Condition.Any.class::isInstance);
      return new Impossible(
          always
              ? "Every row of %s holds in any year, so there is none to copy."
                  .formatted(table.workbook())
              : "%s has no row for %d, so %d would leave a gap; copy the years before it first."
                  .formatted(table.workbook(), year - 1, year));
    }
  }
}
