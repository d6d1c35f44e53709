package nz.cleancar.cli;

import java.io.PrintWriter;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.analysis.CellComparison;
import nz.cleancar.policy.analysis.CellComparison.CellChange;
import nz.cleancar.policy.analysis.CellComparison.RowChange;
import nz.cleancar.policy.analysis.CellComparison.TableChange;
import nz.cleancar.policy.analysis.CellComparison.TextChange;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;

/** Changed cells as a person reads them in a terminal. */
final class CellText {

  private static final int MOST_LINES = 60;

  private final PrintWriter out;

  CellText(PrintWriter out) {
    this.out = out;
  }

  void print(CellComparison comparison) {
    out.println("CELLS");
    if (comparison.isEmpty()) {
      out.println("  No cell and no line differs.");
    }
    comparison.tables().forEach(this::print);
    comparison.texts().forEach(this::print);
    out.println();
  }

  private void print(TableChange change) {
    out.println();
    switch (change) {
      case TableChange.Added(PolicyTable table) ->
          out.println("+ " + home(table) + ": a new table with " + count(table) + " rows");
      case TableChange.Removed(PolicyTable table) ->
          out.println(
              "- " + home(table) + ": the table is gone, with its " + count(table) + " rows");
      case TableChange.Changed changed -> {
        out.println(home(changed.after()));
        changed
            .keys()
            .forEach(key -> out.printf("  %s: %s → %s%n", key.key(), key.before(), key.after()));
        changed
            .columns()
            .forEach(
                column ->
                    out.printf(
                        "  %s column %s (%s)%n",
                        column.added() ? "+" : "-", column.header(), column.place().cell()));
        changed.rows().forEach(row -> print(changed, row));
      }
    }
  }

  private static String home(PolicyTable table) {
    return table.workbook() + ", sheet " + table.sheet();
  }

  private static int count(PolicyTable table) {
    return table.rows().size();
  }

  private void print(TableChange.Changed table, RowChange change) {
    switch (change) {
      case RowChange.Added(Row row, Place place) ->
          out.printf("  + %s  %s%n", place.cell(), text(table.after(), row));
      case RowChange.Removed(Row row, Place place) ->
          out.printf("  - %s  %s%n", place.cell(), text(table.before(), row));
      case RowChange.Kept kept -> {
        out.printf(
            "  ~ %s  %s%s%n",
            kept.after().cells(),
            key(kept.after()),
            kept.moved() ? " (moved from row " + kept.before().number() + ")" : "");
        kept.cells().forEach(this::print);
      }
    }
  }

  private void print(CellChange cell) {
    String at = cell.after().cell();
    String was = cell.before().cell();
    out.printf(
        "      %s  %s: %s → %s%n",
        was.equals(at) ? at : was + " → " + at,
        cell.column(),
        shown(cell.oldText()),
        shown(cell.newText()));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "(empty)" : text;
  }

  private static String key(Row row) {
    return String.join(", ", row.conditions().stream().map(Condition::text).toList());
  }

  private static String text(PolicyTable table, Row row) {
    var text = new StringBuilder(key(row)).append(" →");
    for (int column = 0; column < row.outcomes().size(); column++) {
      Value outcome = row.outcomes().get(column);
      text.append(column == 0 ? " " : ", ")
          .append(table.outcomes().get(column).heading())
          .append(' ')
          .append(outcome.text());
    }
    return text.toString();
  }

  private void print(TextChange text) {
    out.println();
    out.printf(
        "%s: %d %s added, %d removed%n",
        text.file(), text.added(), text.added() == 1 ? "line" : "lines", text.removed());
    text.lines().stream()
        .limit(MOST_LINES)
        .forEach(
            line ->
                out.printf("  %s %4d  %s%n", line.added() ? "+" : "-", line.number(), line.text()));
    if (text.lines().size() > MOST_LINES) {
      out.printf("  and %d more%n", text.lines().size() - MOST_LINES);
    }
  }
}
