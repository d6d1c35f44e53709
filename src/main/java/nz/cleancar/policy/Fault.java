package nz.cleancar.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import org.jspecify.annotations.Nullable;

/** Why a policy could not answer. Nothing is guessed: the decision is undecided. */
public sealed interface Fault {

  /** A stable name for the kind of fault. */
  String code();

  /** What is lacking, in a sentence. */
  String says();

  /**
   * A table that had to answer has no row for the case.
   *
   * @param table the table
   * @param asked what it was asked, as a person would say it
   * @param nearestRow the row that missed by the fewest columns, if the table has rows
   * @param misses the headings of the columns that it missed on
   */
  record NoRow(PolicyTable table, String asked, @Nullable Row nearestRow, List<String> misses)
      implements Fault {
    public NoRow {
      misses = List.copyOf(misses);
    }

    /** The row that missed by the fewest columns, if the table has rows. */
    public Optional<Row> nearest() {
      return Optional.ofNullable(nearestRow);
    }

    @Override
    public String code() {
      return "no-row";
    }

    @Override
    public String says() {
      String nearest =
          nearest()
              .map(
                  row ->
                      "; the nearest is row "
                          + row.number()
                          + " ("
                          + row.cells()
                          + "), which misses on "
                          + String.join(" and ", misses))
              .orElse("");
      return "No row of " + table.workbook() + " matches " + asked + nearest + ".";
    }
  }

  /** Several rows match where the hit policy allows one. */
  record SeveralRows(PolicyTable table, List<Row> rows) implements Fault {
    public SeveralRows {
      rows = List.copyOf(rows);
    }

    @Override
    public String code() {
      return "several-rows";
    }

    @Override
    public String says() {
      String numbers =
          rows.stream()
              .map(row -> Integer.toString(row.number()))
              .collect(Collectors.joining(" and "));
      return "Rows " + numbers + " of " + table.workbook() + " match at once; one must.";
    }
  }

  /** A rule failed. */
  record RuleFailed(String rule, String reason) implements Fault {
    @Override
    public String code() {
      return "rule-failed";
    }

    @Override
    public String says() {
      return "The rule `" + rule + "` failed: " + reason;
    }
  }

  /** Rules went on firing past the limit. */
  record RanOn(int limit) implements Fault {
    @Override
    public String code() {
      return "ran-on";
    }

    @Override
    public String says() {
      return "The rules were still firing after " + limit + " firings.";
    }
  }
}
