package nz.cleancar.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.Share;
import nz.cleancar.scenario.coverage.TableCoverage;
import nz.cleancar.scenario.coverage.Tried;

/** A table as a grid: its rows coloured by how often they answered, its cells with what lacks. */
final class TableGrid {

  private static final List<String> TRIED = List.of("Rows", "Bounds", "Listed values");
  private static final String NOTICED = "Changes noticed";
  private static final Share NOTHING = new Share(0, 0);
  private static final String GAP = "gap";

  private final TableCoverage coverage;
  private final PolicyTable table;
  private final SurvivorCells survivors;
  private final CellsTried cells;
  private final Map<Integer, Tried> fired = new HashMap<>();

  TableGrid(TableCoverage coverage, SurvivorCells survivors) {
    this.coverage = coverage;
    this.table = coverage.table();
    this.survivors = survivors;
    this.cells = CellsTried.of(coverage);
    for (Tried tried : coverage.tried()) {
      if (tried.goal() instanceof Goal.Fires fires) {
        fired.put(fires.row().number(), tried);
      }
    }
  }

  Page.OfTable table() {
    var rows = new ArrayList<Page.OfRow>();
    boolean all = table.rows().size() <= HtmlReport.MOST_ROWS;
    table.rows().stream()
        .map(this::row)
        .filter(row -> all || isWanting(row))
        .limit(HtmlReport.MOST_ROWS)
        .forEach(rows::add);
    long leftOut = (long) table.rows().size() - rows.size();
    coverage.otherwise().map(this::otherwise).ifPresent(rows::add);
    return new Page.OfTable(
        "table-" + table.id(),
        table.title(),
        new Place(table.workbook(), table.sheet(), "").toString(),
        overview(),
        overview().stream().filter(chip -> !chip.text().isEmpty()).toList(),
        table.inputs().stream().map(Term::header).toList(),
        table.outcomes().stream().map(Term::header).toList(),
        rows,
        leftOut);
  }

  private static boolean isWanting(Page.OfRow row) {
    return row.heat().equals(heat(0))
        || row.cells().stream().anyMatch(cell -> !cell.notes().isEmpty());
  }

  /** What is said of each table at a glance; of changes only where they were tried. */
  static List<String> shares(SurvivorCells survivors) {
    var shares = new ArrayList<>(TRIED);
    survivors.score().ifPresent(_ -> shares.add(NOTICED));
    return shares;
  }

  /** One for each of the shares; without a text where there is nothing to say. */
  private List<Page.Chip> overview() {
    var chips = new ArrayList<Page.Chip>();
    chips.add(chip(TRIED.get(0), coverage.rows()));
    chips.add(chip(TRIED.get(1), coverage.boundaries()));
    chips.add(chip(TRIED.get(2), coverage.values()));
    survivors
        .score()
        .ifPresent(_ -> chips.add(chip(NOTICED, survivors.score(table.id()).orElse(NOTHING))));
    return chips;
  }

  private static Page.Chip chip(String label, Share share) {
    return new Page.Chip(label, share.all() == 0 ? "" : share.text(), !share.isWhole());
  }

  private Page.OfRow row(Row row) {
    var shown = new ArrayList<Page.Cell>();
    for (int column = 0; column < table.inputs().size(); column++) {
      shown.add(cell(table.cell(row, column), row.conditions().get(column).text(), ""));
    }
    for (int column = 0; column < table.outcomes().size(); column++) {
      String address = table.letters().get(table.inputs().size() + column) + row.number();
      shown.add(cell(address, row.outcomes().get(column).text(), "out"));
    }
    var tried = Optional.ofNullable(fired.get(row.number()));
    return row(
        Integer.toString(row.number()),
        tried.map(Tried::times).orElse(0L),
        tried.map(Tried::first).orElse(""),
        shown);
  }

  private Page.OfRow otherwise(Tried tried) {
    var shown = new ArrayList<Page.Cell>();
    table.inputs().forEach(_ -> shown.add(new Page.Cell("no row matches", "", List.of())));
    if (table.otherwise() instanceof Otherwise.Answer answer) {
      answer.outcomes().forEach(value -> shown.add(new Page.Cell(value.text(), "out", List.of())));
    }
    return row("–", tried.times(), tried.first(), shown);
  }

  private static Page.OfRow row(String number, long times, String first, List<Page.Cell> shown) {
    return new Page.OfRow(
        number,
        fired(times),
        heat(times),
        times == 0 ? "never fired" : "fired %,d times, first by %s".formatted(times, first),
        shown);
  }

  private Page.Cell cell(String address, String text, String style) {
    var notes = new ArrayList<Page.Note>();
    var untried = cells.untried().getOrDefault(address, List.of());
    untried.forEach(goal -> notes.add(new Page.Note("▲ " + CellsTried.note(goal), "")));
    cells
        .notAsked()
        .getOrDefault(address, List.of())
        .forEach(
            each ->
                notes.add(new Page.Note(each.side().value().text() + " cannot be asked", "never")));
    survivors
        .at(new Place(table.workbook(), table.sheet(), address))
        .forEach(change -> notes.add(new Page.Note("✎ unnoticed: " + change, "alive")));
    return new Page.Cell(text, untried.isEmpty() ? style : (style + " " + GAP).strip(), notes);
  }

  static String fired(long times) {
    return times == 0 ? "never" : "%,d ×".formatted(times);
  }

  /** The style of a row that answered so often. */
  static String heat(long times) {
    return switch (CoverageShades.tint(times)) {
      case BAD, GOOD -> "h0";
      case FAINT -> "h1";
      case LIGHT -> "h2";
      case MEDIUM -> "h3";
      case STRONG -> "h4";
    };
  }
}
