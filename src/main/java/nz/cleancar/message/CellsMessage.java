package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.message.FindingMessage.At;
import nz.cleancar.policy.analysis.CellComparison;
import nz.cleancar.policy.analysis.CellComparison.CellChange;
import nz.cleancar.policy.analysis.CellComparison.ColumnChange;
import nz.cleancar.policy.analysis.CellComparison.RowChange;
import nz.cleancar.policy.analysis.CellComparison.TableChange;
import nz.cleancar.policy.analysis.CellComparison.TextChange;
import nz.cleancar.policy.table.PolicyTable;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the sources of a policy.
 *
 * @param tables the decision tables in which anything changed
 * @param texts the vocabulary and rule sets in which anything changed
 */
@Serdeable
@Schema(name = "CellComparison")
public record CellsMessage(List<TableFacts> tables, List<TextFacts> texts) {

  /** The comparison on the wire. */
  public static CellsMessage from(CellComparison comparison) {
    return new CellsMessage(
        comparison.tables().stream().map(TableFacts::from).toList(),
        comparison.texts().stream().map(TextFacts::from).toList());
  }

  /**
   * What became of a table.
   *
   * @param table its id
   * @param workbook its file
   * @param change ADDED, REMOVED or CHANGED
   * @param keys what stands above the header
   * @param columns columns that came or went
   * @param rows rows that came, went, changed or moved; told apart by their conditions
   */
  @Serdeable
  @Schema(name = "TableChange")
  public record TableFacts(
      String table,
      String workbook,
      String change,
      List<KeyFacts> keys,
      List<ColumnFacts> columns,
      List<RowFacts> rows) {

    static TableFacts from(TableChange change) {
      return switch (change) {
        case TableChange.Added(PolicyTable table) -> whole(table, "ADDED");
        case TableChange.Removed(PolicyTable table) -> whole(table, "REMOVED");
        case TableChange.Changed changed ->
            new TableFacts(
                changed.id(),
                changed.after().workbook(),
                "CHANGED",
                changed.keys().stream()
                    .map(key -> new KeyFacts(key.key(), key.before(), key.after()))
                    .toList(),
                changed.columns().stream().map(ColumnFacts::from).toList(),
                changed.rows().stream().map(RowFacts::from).toList());
      };
    }

    private static TableFacts whole(PolicyTable table, String change) {
      return new TableFacts(table.id(), table.workbook(), change, List.of(), List.of(), List.of());
    }
  }

  /** What stands beside a key above the header, before and after. */
  @Serdeable
  @Schema(name = "KeyChange")
  public record KeyFacts(String key, String before, String after) {}

  /**
   * A column that came or went.
   *
   * @param change ADDED or REMOVED
   */
  @Serdeable
  @Schema(name = "ColumnChange")
  public record ColumnFacts(String change, String column, At place) {

    static ColumnFacts from(ColumnChange column) {
      return new ColumnFacts(
          column.added() ? "ADDED" : "REMOVED", column.header(), At.from(column.place()));
    }
  }

  /**
   * What became of a row.
   *
   * @param change ADDED, REMOVED, CHANGED or MOVED
   * @param place where the row is or was; absent where its cells say so
   * @param changed the cells that changed
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "RowChange")
  public record RowFacts(String change, @Nullable At place, List<CellFacts> changed) {

    static RowFacts from(RowChange change) {
      return switch (change) {
        case RowChange.Added(var _, var place) -> new RowFacts("ADDED", At.from(place), List.of());
        case RowChange.Removed(var _, var place) ->
            new RowFacts("REMOVED", At.from(place), List.of());
        case RowChange.Kept kept ->
            new RowFacts(
                kept.cells().isEmpty() ? "MOVED" : "CHANGED",
                null,
                kept.cells().stream().map(CellFacts::from).toList());
      };
    }
  }

  /**
   * One cell, before and after.
   *
   * @param column its heading
   * @param was where it was
   * @param is where it is
   * @param before what it said
   * @param after what it says
   */
  @Serdeable
  @Schema(name = "CellChange")
  public record CellFacts(String column, At was, At is, String before, String after) {

    static CellFacts from(CellChange cell) {
      return new CellFacts(
          cell.column(),
          At.from(cell.before()),
          At.from(cell.after()),
          cell.oldText(),
          cell.newText());
    }
  }

  /**
   * A rule set, or the vocabulary with an entry a line.
   *
   * @param file its name
   * @param lines the lines that went, with `-` before them, and came, with `+`
   */
  @Serdeable
  @Schema(name = "TextChange")
  public record TextFacts(String file, List<String> lines) {

    static TextFacts from(TextChange text) {
      return new TextFacts(
          text.file(),
          text.lines().stream()
              .map(line -> (line.added() ? "+" : "-") + line.number() + ": " + line.text())
              .toList());
    }
  }
}
