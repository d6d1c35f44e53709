package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleSet;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;

/**
 * What changed in the sources of a policy, cell by cell and line by line.
 *
 * @param tables the decision tables in which anything changed, by id
 * @param texts the vocabulary and the rule sets in which anything changed
 */
public record CellComparison(List<TableChange> tables, List<TextChange> texts) {

  public CellComparison {
    tables = List.copyOf(tables);
    texts = List.copyOf(texts);
  }

  /** Compares two policies. */
  public static CellComparison between(Policy before, Policy after, LineDifferences lines) {
    return new CellComparison(tables(before.tables(), after.tables()), texts(before, after, lines));
  }

  /** Compares tables by their ids. */
  public static List<TableChange> tables(List<PolicyTable> before, List<PolicyTable> after) {
    var ids = new TreeMap<String, TableChange>();
    before.forEach(table -> ids.put(table.id(), new TableChange.Removed(table)));
    for (PolicyTable table : after) {
      ids.merge(
          table.id(),
          new TableChange.Added(table),
          (removed, added) ->
              switch (removed) {
                case TableChange.Removed(PolicyTable old) -> new TableCells(old, table).change();
                case TableChange.Added _, TableChange.Changed _ -> added;
              });
    }
    return ids.values().stream().filter(CellComparison::saysSomething).toList();
  }

  private static boolean saysSomething(TableChange change) {
    return switch (change) {
      case TableChange.Added _, TableChange.Removed _ -> true;
      case TableChange.Changed changed ->
          !(changed.keys().isEmpty() && changed.columns().isEmpty() && changed.rows().isEmpty());
    };
  }

  private static List<TextChange> texts(Policy before, Policy after, LineDifferences lines) {
    var olds = new TreeMap<String, List<String>>();
    var news = new TreeMap<String, List<String>>();
    for (RuleSet ruleSet : before.ruleSets()) {
      olds.put(ruleSet.file(), ruleSet.text().lines().toList());
    }
    for (RuleSet ruleSet : after.ruleSets()) {
      news.put(ruleSet.file(), ruleSet.text().lines().toList());
    }
    olds.put("vocabulary.yml", VocabularyText.lines(before.vocabulary()));
    news.put("vocabulary.yml", VocabularyText.lines(after.vocabulary()));
    var files = new TreeMap<>(olds);
    files.putAll(news);
    var changes = new ArrayList<TextChange>();
    for (String file : files.keySet()) {
      var changed =
          lines.between(olds.getOrDefault(file, List.of()), news.getOrDefault(file, List.of()));
      if (!changed.isEmpty()) {
        changes.add(new TextChange(file, changed));
      }
    }
    return changes;
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return tables.isEmpty() && texts.isEmpty();
  }

  /** What became of a table. */
  public sealed interface TableChange {

    /** The table's id. */
    String id();

    /** It is new. */
    record Added(PolicyTable table) implements TableChange {
      @Override
      public String id() {
        return table.id();
      }
    }

    /** It is gone. */
    record Removed(PolicyTable table) implements TableChange {
      @Override
      public String id() {
        return table.id();
      }
    }

    /**
     * Something in it changed.
     *
     * @param keys what stands above the header
     * @param columns columns that came or went
     * @param rows rows that came, went, changed or, where order is meaning, moved
     */
    record Changed(
        PolicyTable before,
        PolicyTable after,
        List<KeyChange> keys,
        List<ColumnChange> columns,
        List<RowChange> rows)
        implements TableChange {
      public Changed {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
      }

      @Override
      public String id() {
        return after.id();
      }
    }
  }

  /** What stands beside a key above the header, before and after. */
  public record KeyChange(String key, String before, String after) {}

  /**
   * A column that came or went.
   *
   * @param added whether it came
   * @param header its heading with its unit
   * @param place where its first cell below the header is, or was
   */
  public record ColumnChange(boolean added, String header, Place place) {}

  /** What became of a row. Rows are told apart by their conditions, never by their position. */
  public sealed interface RowChange {

    /** It is new. */
    record Added(Row row, Place place) implements RowChange {}

    /** It is gone. */
    record Removed(Row row, Place place) implements RowChange {}

    /**
     * It is there before and after.
     *
     * @param cells the cells that changed; none where the row only moved
     * @param moved whether it stands in another order among the rows, in a table where the first
     *     matching row counts
     */
    record Kept(Row before, Row after, List<CellChange> cells, boolean moved) implements RowChange {
      public Kept {
        cells = List.copyOf(cells);
      }
    }
  }

  /**
   * One cell, before and after.
   *
   * @param column the heading of its column, with its unit
   * @param oldText what it said; empty where there was no such column
   * @param newText what it says; empty where there is no such column
   */
  public record CellChange(
      String column, Place before, Place after, String oldText, String newText) {}

  /**
   * A file of rules, or the vocabulary with an entry for each line.
   *
   * @param lines the lines that went and came
   */
  public record TextChange(String file, List<LineChange> lines) {
    public TextChange {
      lines = List.copyOf(lines);
    }

    /** How many lines came. */
    public long added() {
      return lines.stream().filter(LineChange::added).count();
    }

    /** How many lines went. */
    public long removed() {
      return lines.size() - added();
    }
  }

  /**
   * A line that came or went.
   *
   * @param added whether it came
   * @param number its number, counted from 1, in the text that has it
   */
  public record LineChange(boolean added, int number, String text) {}
}
