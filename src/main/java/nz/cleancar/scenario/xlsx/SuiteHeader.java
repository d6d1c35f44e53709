package nz.cleancar.scenario.xlsx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.xlsx.Address;
import nz.cleancar.policy.xlsx.Area;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.SheetFindings;
import nz.cleancar.scenario.xlsx.SuiteColumn.Role;

/** The header row of a suite: its columns, from the first to the last. */
final class SuiteHeader {

  static final String NAME = "Scenario";
  static final String REASON = "Reason";
  static final String TAGS = "Tags";
  static final String EXPECT = "expect → ";

  private static final Pattern EXPECTS = Pattern.compile("(?i)expect(?:s|ed)?\\s*(?:→|->)\\s*(.*)");
  private static final Pattern ARROW =
      Pattern.compile("(?i)(?:expect\\w*\\s*:?\\s*)?(?:→|->)\\s*(.*)");

  private final int row;
  private final NavigableMap<Integer, Content> cells;
  private final Topic topic;
  private final SheetFindings findings;
  private final List<SuiteColumn> columns = new ArrayList<>();
  private final Set<Role> seen = new HashSet<>();

  /** Reads the header row. */
  SuiteHeader(int row, NavigableMap<Integer, Content> cells, Topic topic, SheetFindings findings) {
    this.row = row;
    this.cells = cells;
    this.topic = topic;
    this.findings = findings;
    for (int number = cells.firstKey(); number <= cells.lastKey(); number++) {
      add(new Address(row, number));
    }
    checkComplete();
  }

  /** Whether a row looks like a header: `Scenario`, `expect →`, or arrows among three headings. */
  static boolean isHeader(Collection<Content> cells) {
    var texts = cells.stream().map(SuiteHeader::heading).toList();
    boolean isOurs =
        texts.stream()
            .anyMatch(text -> text.equalsIgnoreCase(NAME) || EXPECTS.matcher(text).matches());
    boolean hasArrow = texts.stream().anyMatch(text -> ARROW.matcher(text).matches());
    return (isOurs && texts.size() >= 2) || (hasArrow && texts.size() >= 3);
  }

  private static String heading(Content content) {
    return content instanceof Content.Text(String text)
        ? text.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip()
        : "";
  }

  int row() {
    return row;
  }

  List<SuiteColumn> columns() {
    return columns;
  }

  int firstColumn() {
    return cells.firstKey();
  }

  int lastColumn() {
    return cells.lastKey();
  }

  /** The cells of a row of the suite. */
  Area area(int number) {
    return Area.of(number, firstColumn(), number, lastColumn());
  }

  private void add(Address at) {
    var content = Optional.ofNullable(cells.get(at.column()));
    if (content.isEmpty()) {
      findings.at(
          at, "blank-header", "a heading", "an empty cell", "Name the column or delete it.");
      return;
    }
    var role = role(at, content.get());
    columns.add(new SuiteColumn(at.column(), role));
    if (!(role instanceof Role.Unknown) && !seen.add(role)) {
      findings.at(
          at,
          "duplicate-column",
          "each column once",
          Shown.text(heading(content.get())) + " again",
          "Delete one of the two columns.");
    }
  }

  private Role role(Address at, Content content) {
    String heading = heading(content);
    if (heading.equalsIgnoreCase(NAME)) {
      return new Role.Name();
    }
    if (heading.equalsIgnoreCase(REASON)) {
      return new Role.Reason();
    }
    if (heading.equalsIgnoreCase(TAGS)) {
      return new Role.Tags();
    }
    var expects = EXPECTS.matcher(heading);
    if (expects.matches()) {
      var expected = topic.expected(expects.group(1));
      expected.ifPresentOrElse(_ -> {}, () -> tellExpected(at, content, expects.group(1)));
      return expected.<Role>map(Role.Expects::new).orElseGet(Role.Unknown::new);
    }
    var fact = topic.fact(heading);
    if (fact.isEmpty()) {
      tellUnknown(at, content, heading);
    }
    return fact.<Role>map(Role.Given::new).orElseGet(Role.Unknown::new);
  }

  private void tellExpected(Address at, Content content, String wanted) {
    findings.at(
        at,
        "unknown-column",
        "`expect →` with a heading from the vocabulary, Outcome, Reason codes or Rows used",
        content.shown(),
        topic
            .nearestExpected(wanted)
            .map(nearest -> "The nearest heading is `" + EXPECT + nearest + "`.")
            .orElse("Correct the heading."));
  }

  private void tellUnknown(Address at, Content content, String heading) {
    var arrow = ARROW.matcher(heading);
    if (arrow.matches()) {
      tellExpected(at, content, arrow.group(1));
      return;
    }
    var term = topic.named(heading);
    if (term.isPresent()) {
      findings.at(
          at,
          "not-a-fact",
          "a fact of the topic, or an expectation",
          content.shown(),
          "Questions are not given it; write `%s` if cases expect it."
              .formatted(EXPECT + term.get().header()));
      return;
    }
    findings.at(
        at,
        "unknown-column",
        "Scenario, Reason, Tags, a fact of the topic, or `expect →` with a heading",
        content.shown(),
        topic
            .nearestColumn(heading, List.of(NAME, REASON, TAGS))
            .map(nearest -> "The nearest heading is `" + nearest + "`.")
            .orElse("Correct the heading."));
  }

  private void checkComplete() {
    if (!seen.contains(new Role.Name())) {
      findings.across(
          area(row), "missing-column", "a column `Scenario`", "none", "Name each case under it.");
    }
    boolean expects =
        columns.stream()
            .anyMatch(
                column ->
                    switch (column.role()) {
                      case Role.Expects _, Role.Unknown _ -> true;
                      case Role.Name _, Role.Reason _, Role.Tags _, Role.Given _ -> false;
                    });
    if (!expects) {
      findings.across(
          area(row),
          "no-expectation",
          "a column with `expect →` before its heading",
          "none",
          "Say what the cases expect, for example `expect → Outcome`.");
    }
  }
}
