package nz.cleancar.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.xlsx.PlainSheets.PlainSheet;

/**
 * One table as text: its title and keys, its headings, then a row a line.
 *
 * @param above the lines above the headings
 * @param headings the headings; none where the sheet has none
 * @param rows the rows
 */
record TableText(List<String> above, List<String> headings, List<Line> rows) {

  private static final String BETWEEN = " | ";
  private static final int SHORTEST = 12;
  private static final int LONGEST = 32;

  /** A row with its number on the sheet. */
  record Line(int number, List<String> cells) {}

  /** A table in typed values, as the handbook writes them. */
  static TableText of(PolicyTable table) {
    var above = new ArrayList<String>();
    above.add(Shown.whole(table.title()));
    above.add(key("Table", table.id()));
    above.add(key("Purpose", table.purpose()));
    above.add(key("Hit policy", table.hitPolicy().words()));
    above.add(key("When no row matches", otherwise(table.otherwise())));
    above.add(key("Owner", table.owner()));
    if (!table.says().isEmpty()) {
      above.add(key("Says", table.says()));
    }
    var headings =
        Stream.of(
                table.inputs().stream().map(term -> term.header()),
                table.outcomes().stream().map(term -> "→ " + term.header()),
                Stream.of("Source", "Standing", "Note"))
            .flatMap(each -> each)
            .toList();
    return new TableText(above, headings, table.rows().stream().map(TableText::line).toList());
  }

  private static Line line(Row row) {
    var cells =
        Stream.of(
                row.conditions().stream().map(condition -> condition.text()),
                row.outcomes().stream().map(Value::text),
                Stream.of(row.source(), row.standing().word(), row.note()))
            .flatMap(each -> each)
            .map(Shown::whole)
            .toList();
    return new Line(row.number(), cells);
  }

  /** A sheet's cells as they stand. */
  static TableText of(PlainSheet sheet) {
    var above =
        sheet.rows().headMap(sheet.header()).values().stream()
            .map(cells -> String.join(": ", cells.values()))
            .toList();
    var columns = new TreeSet<Integer>();
    var below = sheet.rows().tailMap(sheet.header());
    below.values().forEach(cells -> columns.addAll(cells.keySet()));
    var lines =
        below.entrySet().stream()
            .map(
                row ->
                    new Line(
                        row.getKey(),
                        columns.stream()
                            .map(column -> row.getValue().getOrDefault(column, ""))
                            .toList()))
            .toList();
    return sheet.header() == 0
        ? new TableText(above, List.of(), lines)
        : new TableText(above, lines.getFirst().cells(), lines.subList(1, lines.size()));
  }

  private static String key(String key, String value) {
    return key + ": " + Shown.whole(value);
  }

  private static String otherwise(Otherwise otherwise) {
    return switch (otherwise) {
      case Otherwise.Fault() -> "error";
      case Otherwise.Answer(List<Value> outcomes) ->
          outcomes.stream().map(Value::text).collect(Collectors.joining("; "));
    };
  }

  /** All of it, the same on every machine; a row's line depends on that row alone. */
  String plain() {
    return Stream.of(
            above.stream(),
            Stream.of("").filter(_ -> !above.isEmpty()),
            Stream.of(headings).filter(all -> !all.isEmpty()).map(all -> String.join(BETWEEN, all)),
            rows.stream().map(row -> String.join(BETWEEN, row.cells()).stripTrailing()))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /** Aligned columns, in full. */
  String aligned() {
    return aligned(above, widths(Integer.MAX_VALUE));
  }

  /** Aligned columns in lines of at most so many characters, where that can be. */
  String within(int width) {
    return aligned(above.stream().map(line -> shortened(line, width)).toList(), widths(width));
  }

  private String aligned(List<String> shownAbove, List<Integer> widths) {
    var text = new ArrayList<>(shownAbove);
    text.add("");
    if (!headings.isEmpty()) {
      text.add(line("", headings, widths));
    }
    rows.forEach(row -> text.add(line(Integer.toString(row.number()), row.cells(), widths)));
    return String.join("\n", text);
  }

  /**
   * Each column's width. Where the room is short, headings give way first, then long texts; what
   * rows are chosen by and answer stays whole.
   */
  private List<Integer> widths(int width) {
    var whole = IntStream.range(0, columns()).mapToObj(i -> longest(i, all())).toList();
    if (width == Integer.MAX_VALUE) {
      return whole;
    }
    var widths = new ArrayList<Integer>();
    for (int i = 0; i < columns(); i++) {
      int cells = longest(i, rows.stream().map(Line::cells));
      widths.add(cells > LONGEST ? SHORTEST : Math.max(cells, Math.min(whole.get(i), SHORTEST)));
    }
    int room = width - numberWidth() - columns() * BETWEEN.length() - sum(widths);
    for (int i = 0; i < columns(); i++) {
      int lacking =
          (int) IntStream.range(i, columns()).filter(j -> widths.get(j) < whole.get(j)).count();
      if (lacking > 0 && widths.get(i) < whole.get(i)) {
        int more = Math.clamp(room / lacking, 0, whole.get(i) - widths.get(i));
        widths.set(i, widths.get(i) + more);
        room -= more;
      }
    }
    return widths;
  }

  private static int sum(List<Integer> widths) {
    return widths.stream().mapToInt(each -> each).sum();
  }

  private Stream<List<String>> all() {
    return Stream.concat(Stream.of(headings), rows.stream().map(Line::cells));
  }

  private int columns() {
    return all().mapToInt(List::size).max().orElse(0);
  }

  private static int longest(int column, Stream<List<String>> lines) {
    return lines
        .filter(cells -> column < cells.size())
        .mapToInt(cells -> length(cells.get(column)))
        .max()
        .orElse(0);
  }

  private int numberWidth() {
    return rows.isEmpty() ? 0 : Integer.toString(rows.getLast().number()).length();
  }

  private String line(String number, List<String> cells, List<Integer> widths) {
    var line = new StringBuilder(" ".repeat(numberWidth() - number.length()) + number);
    for (int i = 0; i < cells.size(); i++) {
      String cell = shortened(cells.get(i), widths.get(i));
      line.append(i == 0 ? "  " : BETWEEN).append(cell);
      line.append(" ".repeat(widths.get(i) - length(cell)));
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String shortened(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
  }
}
