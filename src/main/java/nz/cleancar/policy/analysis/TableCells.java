package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.analysis.CellComparison.CellChange;
import nz.cleancar.policy.analysis.CellComparison.ColumnChange;
import nz.cleancar.policy.analysis.CellComparison.KeyChange;
import nz.cleancar.policy.analysis.CellComparison.RowChange;
import nz.cleancar.policy.analysis.CellComparison.TableChange;
import nz.cleancar.policy.analysis.RowPairs.Pair;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;

/** The cells of one table before and after. */
final class TableCells {

  private static final String ANY = "any";

  private final Side before;
  private final Side after;

  TableCells(PolicyTable before, PolicyTable after) {
    this.before = new Side(before);
    this.after = new Side(after);
  }

  /** A table with its cells by what their columns are called. */
  private record Side(PolicyTable table, List<String> headers) {

    Side(PolicyTable table) {
      this(table, table.headers());
    }

    List<String> inputs() {
      return headers.subList(0, table.inputs().size());
    }

    Map<String, String> cells(Row row) {
      var cells = new LinkedHashMap<String, String>();
      var texts = new ArrayList<String>();
      row.conditions().forEach(condition -> texts.add(condition.text()));
      row.outcomes().forEach(outcome -> texts.add(outcome.text()));
      texts.addAll(List.of(row.source(), row.standing().word(), row.note()));
      for (int column = 0; column < headers.size(); column++) {
        cells.put(headers.get(column), texts.get(column));
      }
      return cells;
    }

    Place cell(Row row, String header) {
      int column = headers.indexOf(header);
      String at = column < 0 ? row.cells() : table.letters().get(column) + row.number();
      return new Place(table.workbook(), table.sheet(), at);
    }

    Place place(Row row) {
      return new Place(table.workbook(), table.sheet(), row.cells());
    }
  }

  TableChange.Changed change() {
    return new TableChange.Changed(before.table, after.table, keys(), columns(), rows());
  }

  private List<KeyChange> keys() {
    var changes = new ArrayList<KeyChange>();
    var old = keys(before.table);
    keys(after.table)
        .forEach(
            (key, text) -> {
              String was = Objects.requireNonNull(old.get(key));
              if (!was.equals(text)) {
                changes.add(new KeyChange(key, was, text));
              }
            });
    return changes;
  }

  private static Map<String, String> keys(PolicyTable table) {
    var keys = new LinkedHashMap<String, String>();
    keys.put("Title", table.title());
    keys.put("Purpose", table.purpose());
    keys.put("Hit policy", table.hitPolicy().words());
    keys.put(
        "When no row matches",
        switch (table.otherwise()) {
          case Otherwise.Fault _ -> "error";
          case Otherwise.Answer(List<Value> outcomes) ->
              String.join("; ", outcomes.stream().map(Value::text).toList());
        });
    keys.put("Owner", table.owner());
    keys.put("Says", table.says());
    return keys;
  }

  private List<ColumnChange> columns() {
    var changes = new ArrayList<ColumnChange>();
    gone(before, after)
        .forEach(header -> changes.add(new ColumnChange(false, header, first(before, header))));
    gone(after, before)
        .forEach(header -> changes.add(new ColumnChange(true, header, first(after, header))));
    return changes;
  }

  private static List<String> gone(Side from, Side to) {
    return from.headers.stream().filter(header -> !to.headers.contains(header)).toList();
  }

  private static Place first(Side side, String header) {
    return side.table.rows().stream()
        .findFirst()
        .map(row -> side.cell(row, header))
        .orElseGet(() -> new Place(side.table.workbook(), side.table.sheet(), ""));
  }

  private List<RowChange> rows() {
    var pairs = RowPairs.of(keyed(before), keyed(after));
    var moved = after.table.hitPolicy() == HitPolicy.FIRST ? pairs.outOfOrder() : Set.<Pair>of();
    var byAfter = new HashMap<Integer, Pair>();
    pairs.pairs().forEach(pair -> byAfter.put(pair.after(), pair));
    var changes = new ArrayList<RowChange>();
    for (int index : pairs.removed()) {
      var row = before.table.rows().get(index);
      changes.add(new RowChange.Removed(row, before.place(row)));
    }
    for (int index = 0; index < after.table.rows().size(); index++) {
      var row = after.table.rows().get(index);
      var pair = byAfter.get(index);
      if (pair == null) {
        changes.add(new RowChange.Added(row, after.place(row)));
      } else {
        var old = before.table.rows().get(pair.before());
        var kept = new RowChange.Kept(old, row, cells(old, row), moved.contains(pair));
        if (kept.moved() || !kept.cells().isEmpty()) {
          changes.add(kept);
        }
      }
    }
    return changes;
  }

  /** Each row's conditions by column, where a column that only one side has is {@code any}. */
  private List<RowPairs.Keyed> keyed(Side side) {
    var inputs = new LinkedHashSet<>(before.inputs());
    inputs.addAll(after.inputs());
    return side.table.rows().stream()
        .map(
            row -> {
              var cells = side.cells(row);
              return new RowPairs.Keyed(
                  inputs.stream().map(header -> cells.getOrDefault(header, ANY)).toList(),
                  List.copyOf(cells.values()));
            })
        .toList();
  }

  private List<CellChange> cells(Row old, Row row) {
    var was = before.cells(old);
    var is = after.cells(row);
    var headers = new LinkedHashSet<>(was.keySet());
    headers.addAll(is.keySet());
    var changes = new ArrayList<CellChange>();
    for (String header : headers) {
      String oldText = text(header, was, after);
      String newText = text(header, is, before);
      if (!oldText.equals(newText)) {
        changes.add(
            new CellChange(
                header, before.cell(old, header), after.cell(row, header), oldText, newText));
      }
    }
    return changes;
  }

  /**
   * What a side's cell says; where it has no such column, the other's input column asks nothing.
   */
  private static String text(String header, Map<String, String> cells, Side other) {
    return cells.getOrDefault(header, other.inputs().contains(header) ? ANY : "");
  }
}
