package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;

/** The header row of a table: its columns, from the first to the last. */
record Header(int row, List<Column> columns) {

  private static final List<String> ARROWS = List.of("→", "->");
  private static final Map<String, Column.Role> ABOUT_ROWS =
      Map.of(
          "source", Column.Role.SOURCE,
          "standing", Column.Role.STANDING,
          "note", Column.Role.NOTE);
  private static final List<String> ABOUT_ROWS_HEADINGS = List.of("Source", "Standing", "Note");

  /** The first row that looks like a header: an arrow among three headings, or two about rows. */
  static Optional<Integer> find(Sheet sheet, int from) {
    return sheet.rows().tailMap(from, true).entrySet().stream()
        .filter(row -> isHeader(row.getValue().values()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isHeader(Collection<Content> cells) {
    var texts = cells.stream().map(Header::heading).toList();
    boolean hasArrow = texts.stream().anyMatch(text -> !withoutArrow(text).equals(text));
    long aboutRows = texts.stream().filter(text -> ABOUT_ROWS.containsKey(lower(text))).count();
    return (hasArrow && texts.size() >= 3) || aboutRows >= 2;
  }

  private static String heading(Content content) {
    return content instanceof Content.Text(String text)
        ? text.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip()
        : "";
  }

  private static String withoutArrow(String heading) {
    return ARROWS.stream()
        .filter(heading::startsWith)
        .findFirst()
        .map(arrow -> heading.substring(arrow.length()).strip())
        .orElse(heading);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  int firstColumn() {
    return columns.getFirst().number();
  }

  int lastColumn() {
    return columns.getLast().number();
  }

  /** The columns of this role, in the order of the sheet. */
  List<Column> of(Column.Role role) {
    return columns.stream().filter(column -> column.role() == role).toList();
  }

  /** The letters of the columns: by role, as {@link Column.Role} has them, then along the sheet. */
  List<String> letters() {
    return Arrays.stream(Column.Role.values())
        .flatMap(role -> of(role).stream())
        .map(column -> Address.letters(column.number()))
        .toList();
  }

  /** Reads the header row. */
  static Header read(int row, Sheet sheet, Vocabulary vocabulary, SheetFindings findings) {
    return new Reading(row, sheet, vocabulary, findings).read();
  }

  /** Goes along the row. */
  private static final class Reading {

    private final int row;
    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final SheetFindings findings;
    private final List<Column> columns = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    Reading(int row, Sheet sheet, Vocabulary vocabulary, SheetFindings findings) {
      this.row = row;
      this.sheet = sheet;
      this.vocabulary = vocabulary;
      this.findings = findings;
    }

    Header read() {
      var cells = sheet.row(row);
      for (int number = cells.firstKey(); number <= cells.lastKey(); number++) {
        var at = new Address(row, number);
        var content = sheet.at(at);
        if (content.isPresent()) {
          add(at, content.get());
        } else if (isComplete()) {
          break;
        } else {
          findings.at(
              at, "blank-header", "a heading", "an empty cell", "Name the column or delete it.");
        }
      }
      checkComplete();
      return new Header(row, List.copyOf(columns));
    }

    private boolean isComplete() {
      return roles().containsAll(EnumSet.allOf(Column.Role.class));
    }

    private Set<Column.Role> roles() {
      var roles = EnumSet.noneOf(Column.Role.class);
      columns.forEach(column -> roles.add(column.role()));
      return roles;
    }

    private void add(Address at, Content content) {
      String heading = heading(content);
      String bare = withoutArrow(heading);
      boolean isOutcome = !bare.equals(heading);
      var aboutRows = Optional.ofNullable(ABOUT_ROWS.get(lower(heading)));
      if (aboutRows.isPresent()) {
        addOnce(at, new Column(at.column(), aboutRows.get(), null), aboutRows.get());
        return;
      }
      var role = isOutcome ? Column.Role.OUTCOME : Column.Role.INPUT;
      var term = vocabulary.headed(bare).or(() -> vocabulary.named(bare));
      if (term.isPresent()) {
        checkKind(at, role, term.get());
        addOnce(at, new Column(at.column(), role, term.get()), term.get().name());
        return;
      }
      columns.add(new Column(at.column(), meant(role, bare), null));
      findings.at(
          at,
          "unknown-column",
          "a heading from the vocabulary",
          content.shown(),
          nearest(bare)
              .map(nearest -> "The nearest heading is `" + nearest + "`.")
              .orElse("Correct it, or add it to the vocabulary."));
    }

    private void addOnce(Address at, Column column, Object key) {
      columns.add(column);
      if (!seen.add(key)) {
        findings.at(
            at,
            "duplicate-column",
            "each column once",
            Shown.text(heading(sheet.at(at).orElseThrow())) + " again",
            "Delete one of the two columns.");
      }
    }

    private void checkKind(Address at, Column.Role role, Term term) {
      if (role == Column.Role.INPUT && term.kind() == Kind.SENTENCE) {
        findings.at(
            at,
            "sentence-as-input",
            "a heading with `→` before it",
            Shown.text(term.header()),
            "A sentence can only be an outcome; mark the column with `→`.");
      }
    }

    private Optional<String> nearest(String heading) {
      var headings =
          Stream.concat(
              vocabulary.terms().stream().map(Term::header), ABOUT_ROWS_HEADINGS.stream());
      return Nearest.to(heading, headings.toList());
    }

    /** The role that a mistyped heading was meant to have. */
    private Column.Role meant(Column.Role role, String heading) {
      return nearest(heading)
          .map(nearest -> ABOUT_ROWS.get(lower(nearest)))
          .filter(aboutRows -> !roles().contains(aboutRows))
          .orElse(role);
    }

    private void checkComplete() {
      var roles = roles();
      var area = Area.of(row, columns.getFirst().number(), row, columns.getLast().number());
      for (String heading : ABOUT_ROWS_HEADINGS) {
        if (!roles.contains(ABOUT_ROWS.get(lower(heading)))) {
          findings.across(
              area,
              "missing-column",
              "a column `" + heading + "`",
              "none",
              "Add the column; `Note` may stay empty.");
        }
      }
      if (!roles.contains(Column.Role.INPUT)) {
        findings.across(
            area, "no-input", "a column that rows are chosen by", "none", "Add an input column.");
      }
      if (!roles.contains(Column.Role.OUTCOME)) {
        findings.across(
            area,
            "no-outcome",
            "a column with `→` before its heading",
            "none",
            "Mark the columns that the table answers with `→`.");
      }
    }
  }
}
