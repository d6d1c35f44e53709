package nz.cleancar.policy.xlsx;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.Shown;
import org.apache.poi.ss.SpreadsheetVersion;

/** What findings put at the cells of one sheet: the colour of areas, and the notes of cells. */
final class Marks {

  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_IN_A_NOTE = 20;

  private final Map<Finding.Severity, List<Area>> areas = new LinkedHashMap<>();
  private final Map<Shade.Tint, List<Area>> shades = new EnumMap<>(Shade.Tint.class);
  private final Map<Address, List<String>> notes = new LinkedHashMap<>();

  private Marks() {}

  /** The marks of the sheet of this name, as places have it. */
  static Marks of(String file, String sheet, List<Finding> findings, List<Shade> shades) {
    var marks = new Marks();
    for (Finding finding : findings) {
      if (isOn(finding.place(), file, sheet)) {
        marks.add(finding.severity(), finding.place(), note(finding));
      }
      finding.alsoAt().stream()
          .filter(place -> isOn(place, file, sheet))
          .filter(place -> !place.equals(finding.place()))
          .forEach(place -> marks.add(finding.severity(), place, elsewhere(finding, place)));
    }
    shades.stream().filter(shade -> isOn(shade.place(), file, sheet)).forEach(marks::add);
    return marks;
  }

  /** The areas to colour. */
  Map<Finding.Severity, List<Area>> areas() {
    return areas;
  }

  /** The areas to shade. */
  Map<Shade.Tint, List<Area>> shades() {
    return shades;
  }

  /** What to note at cells, each finding on lines of its own. */
  Map<Address, List<String>> notes() {
    return notes;
  }

  /** The cells that a place names, if it names any that a spreadsheet can have. */
  static Optional<Area> area(Place place) {
    return Area.of(place.cell())
        .filter(area -> area.first().row() <= SpreadsheetVersion.EXCEL2007.getMaxRows())
        .filter(area -> area.first().column() <= SpreadsheetVersion.EXCEL2007.getMaxColumns())
        .map(
            area ->
                Area.of(
                    area.first().row(),
                    area.first().column(),
                    Math.min(area.last().row(), SpreadsheetVersion.EXCEL2007.getMaxRows()),
                    Math.min(area.last().column(), SpreadsheetVersion.EXCEL2007.getMaxColumns())));
  }

  /** The text as a cell or note can hold it: not endless, and nothing in it invisible. */
  static String safe(String text) {
    return text.length() <= LONGEST_TEXT
        ? Shown.whole(text)
        : Shown.whole(text.substring(0, LONGEST_TEXT)) + "…";
  }

  /** The severity in a word. */
  static String word(Finding.Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isOn(Place place, String file, String sheet) {
    return place.file().equals(file) && place.sheet().equals(sheet);
  }

  private void add(Finding.Severity severity, Place place, String note) {
    area(place)
        .ifPresent(
            area -> {
              areas.computeIfAbsent(severity, _ -> new ArrayList<>()).add(area);
              note(area, note);
            });
  }

  private void add(Shade shade) {
    area(shade.place())
        .ifPresent(
            area -> {
              shades.computeIfAbsent(shade.tint(), _ -> new ArrayList<>()).add(area);
              if (!shade.note().isEmpty()) {
                note(area, shade.note().lines().map(Marks::safe).collect(joining("\n")));
              }
            });
  }

  private void note(Area area, String note) {
    var at = notes.computeIfAbsent(area.first(), _ -> new ArrayList<>());
    if (at.size() < MOST_IN_A_NOTE) {
      at.add(note);
    }
  }

  private static String note(Finding finding) {
    var lines =
        Stream.of(
            heading(finding),
            "expected  " + safe(finding.expected()),
            "found     " + safe(finding.found()),
            "repair    " + safe(finding.repair()));
    var shown = finding.witness().stream().map(witness -> "shown by  " + safe(witness.text()));
    var also = finding.alsoAt().stream().map(place -> "see       " + seen(place, finding.place()));
    return String.join("\n", Stream.of(lines, shown, also).flatMap(each -> each).toList());
  }

  private static String elsewhere(Finding finding, Place from) {
    return heading(finding) + "\nsee       " + seen(finding.place(), from);
  }

  private static String heading(Finding finding) {
    return word(finding.severity()) + "  " + safe(finding.code());
  }

  /** A place as one would say it who stands at another. */
  static String seen(Place place, Place from) {
    boolean sameSheet = place.file().equals(from.file()) && place.sheet().equals(from.sheet());
    return safe(sameSheet && !place.cell().isEmpty() ? place.cell() : place.toString());
  }
}
