package nz.cleancar.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** One thing that a scenario expects of an answer. */
public sealed interface Expectation {

  /** The heading of what a decision says. */
  String OUTCOME = "Outcome";

  /** The heading of the codes of its grounds. */
  String REASON_CODES = "Reason codes";

  /** The heading of the rows that it rests on. */
  String ROWS_USED = "Rows used";

  /** Where it stands. */
  Place place();

  /** What it speaks of, as a header row says it: {@code Charge (NZD)}. */
  String heading();

  /** What is expected, as a cell has it. */
  String text();

  /**
   * What the answer says: {@code AUTO_ACCEPT}, {@code AWAIT_ACCEPTANCE}, {@code REFUSE}, {@code
   * NOT_SUBJECT} or {@code UNDECIDED} of a vehicle; {@code DECIDED} or {@code UNDECIDED} of any
   * other topic.
   */
  record Outcome(Place place, String text) implements Expectation {
    @Override
    public String heading() {
      return OUTCOME;
    }
  }

  /**
   * A number, exactly or within a tolerance.
   *
   * @param tolerance how far off it may be, 0 or more
   */
  record Amount(Place place, Term term, BigDecimal number, BigDecimal tolerance)
      implements Expectation {
    public Amount {
      if (tolerance.signum() < 0) {
        throw new IllegalArgumentException("A tolerance is 0 or more.");
      }
    }

    @Override
    public String heading() {
      return term.header();
    }

    @Override
    public String text() {
      return tolerance.signum() == 0
          ? AmountText.of(term, number)
          : AmountText.of(term, number) + " ± " + AmountText.of(term, tolerance);
    }
  }

  /** A word, a day, yes or no, words, or a sentence with its gaps filled. */
  record Same(Place place, Term term, Value value) implements Expectation {
    @Override
    public String heading() {
      return term.header();
    }

    @Override
    public String text() {
      return value.text();
    }
  }

  /** That nothing is concluded of the term. */
  record Nothing(Place place, Term term) implements Expectation {
    @Override
    public String heading() {
      return term.header();
    }

    @Override
    public String text() {
      return "none";
    }
  }

  /**
   * The codes of all grounds, in any order, each as often as it is given.
   *
   * @param codes none where no ground may be given
   */
  record ReasonCodes(Place place, List<String> codes) implements Expectation {
    public ReasonCodes {
      codes = List.copyOf(codes);
    }

    @Override
    public String heading() {
      return REASON_CODES;
    }

    @Override
    public String text() {
      return codes.isEmpty() ? "none" : String.join("; ", codes);
    }
  }

  /** Rows that the answer must rest on, among others. */
  record RowsUsed(Place place, List<TableRow> rows) implements Expectation {
    public RowsUsed {
      rows = List.copyOf(rows);
    }

    @Override
    public String heading() {
      return ROWS_USED;
    }

    @Override
    public String text() {
      return rows.stream().map(TableRow::text).collect(Collectors.joining("; "));
    }
  }

  /**
   * A row of a table.
   *
   * @param table the table's id
   * @param row the row's number on its sheet
   */
  record TableRow(String table, int row) {

    /** The row as a cell names it: {@code charge-rates 17}. */
    public String text() {
      return table + " " + row;
    }
  }
}
