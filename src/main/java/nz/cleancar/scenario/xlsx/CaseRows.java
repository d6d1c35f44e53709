package nz.cleancar.scenario.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.xlsx.Address;
import nz.cleancar.policy.xlsx.Area;
import nz.cleancar.policy.xlsx.Cells;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.Sheet;
import nz.cleancar.policy.xlsx.SheetFindings;
import nz.cleancar.policy.xlsx.StreamedRow;
import nz.cleancar.policy.xlsx.ValueGrammar;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.xlsx.SuiteColumn.Role;

/** The rows of a suite under its header, one case each. */
final class CaseRows {

  private final SuiteHeader header;
  private final Topic topic;
  private final CaseGrammar grammar;
  private final Map<String, Value> given;
  private final Set<String> mentioned;
  private final SheetFindings findings;
  private final Map<String, Integer> names = new HashMap<>();

  /** Rows whose cases are given what the block above says, unless they say otherwise. */
  CaseRows(SuiteHeader header, SuiteBlock above, CaseGrammar grammar, SheetFindings findings) {
    this.header = header;
    this.topic = above.topic();
    this.grammar = grammar;
    this.given = Map.copyOf(above.given());
    this.mentioned = Set.copyOf(above.mentioned());
    this.findings = findings;
    if (!topic.name().isEmpty()) {
      var all = allGiven();
      tellMissing(all);
      tellNoAnswers(topic.complete(all).keySet());
    }
  }

  /** The facts that some case is given; what, its row says. */
  private Map<String, Value> allGiven() {
    var all = new HashMap<String, Value>();
    mentioned.forEach(name -> all.put(name, Value.of(true)));
    for (SuiteColumn column : header.columns()) {
      if (column.role() instanceof Role.Given(Term term)) {
        all.put(term.name(), Value.of(true));
      }
    }
    return all;
  }

  /** What cases are given they get back, whatever the policy says. */
  private void tellNoAnswers(Set<String> given) {
    for (SuiteColumn column : header.columns()) {
      if (column.role() instanceof Role.Expects(Expected.OfTerm(Term term))
          && given.contains(term.name())) {
        findings.at(
            new Address(header.row(), column.number()),
            "not-an-answer",
            "what the policy answers",
            "`" + SuiteHeader.EXPECT + term.header() + "`, which cases are given",
            "Expect what follows from it, or delete the column.");
      }
    }
  }

  /** A fact without a column can only be given to all. */
  private void tellMissing(Map<String, Value> all) {
    var missing = topic.missing(all);
    if (!missing.isEmpty()) {
      findings.across(
          header.area(header.row()),
          "missing-fact",
          missing.stream().map(term -> "`" + term.header() + "`").collect(Collectors.joining(", ")),
          "no such column",
          "No question can leave these out; add a column, or a row `Given:` at the top.");
    }
  }

  /** Reads a row; what it is wrong with it is told. Nothing where anything is. */
  Optional<Reading> read(StreamedRow row) {
    int before = findings.count();
    boolean isTold =
        header.columns().stream()
            .anyMatch(column -> findings.isTold(new Address(row.number(), column.number())));
    var reading = reading(row);
    boolean isSound = row.sound() && !isTold && findings.count() == before && !findings.isFull();
    return isSound ? Optional.of(reading) : Optional.empty();
  }

  private Reading reading(StreamedRow row) {
    var rows = new TreeMap<Integer, NavigableMap<Integer, Content>>();
    rows.put(row.number(), row.cells());
    var cells = new Cells(Sheet.of(rows), findings);
    var reading = new Reading(row.number(), new HashMap<>(given));
    for (SuiteColumn column : header.columns()) {
      var at = new Address(row.number(), column.number());
      switch (column.role()) {
        case Role.Name _ -> reading.name = name(cells, at).orElse("");
        case Role.Reason _ ->
            reading.reason =
                cells
                    .read(at, text -> ValueGrammar.prose(text, CaseGrammar.LONGEST_SENTENCE))
                    .orElse("");
        case Role.Tags _ -> reading.tags = cells.read(at, CaseGrammar::tags).orElse(List.of());
        case Role.Given(Term term) -> readFact(cells, at, term, reading);
        case Role.Expects(Expected expected) ->
            cells
                .read(
                    at, text -> grammar.expectation(expected, findings.place(at.toString()), text))
                .ifPresent(reading.expectations::add);
        case Role.Unknown _ -> {}
      }
    }
    checkExpects(row, reading);
    return reading;
  }

  private Optional<String> name(Cells cells, Address at) {
    var name =
        cells.require(
            at,
            "the name of the case",
            "Name the case.",
            text -> ValueGrammar.prose(text, CaseGrammar.LONGEST_NAME));
    name.map(text -> names.putIfAbsent(text, at.row()))
        .ifPresent(
            first ->
                findings.at(
                    at,
                    "duplicate-scenario",
                    "each name once",
                    Shown.text(name.get()) + ", as in row " + first,
                    "Say in the name what the case has of its own."));
    return name;
  }

  private void readFact(Cells cells, Address at, Term term, Reading reading) {
    if (cells.sheet().at(at).isEmpty()) {
      if (!mentioned.contains(term.name()) && !CaseGrammar.mayBeLeftOut(term)) {
        findings.at(
            at,
            "missing-fact",
            CaseGrammar.factText(term),
            "an empty cell",
            "No question can leave it out; write its value here or in a row `Given:`.");
      }
      return;
    }
    cells
        .read(at, content -> grammar.fact(term, content))
        .ifPresent(
            value ->
                value.ifPresentOrElse(
                    known -> reading.given.put(term.name(), known),
                    () -> reading.given.remove(term.name())));
  }

  private void checkExpects(StreamedRow row, Reading reading) {
    boolean isBlank =
        header.columns().stream()
            .filter(column -> isExpectation(column.role()))
            .noneMatch(column -> row.cells().containsKey(column.number()));
    if (reading.expectations.isEmpty() && isBlank && expects()) {
      findings.across(
          header.area(row.number()),
          "no-expectation",
          "something that the case expects",
          "nothing",
          "Fill a cell under `expect →`, or delete the row.");
    }
  }

  private boolean expects() {
    return header.columns().stream().anyMatch(column -> isExpectation(column.role()));
  }

  private static boolean isExpectation(Role role) {
    return switch (role) {
      case Role.Expects _, Role.Unknown _ -> true;
      case Role.Name _, Role.Reason _, Role.Tags _, Role.Given _ -> false;
    };
  }

  /** What a row says. */
  final class Reading {

    private final int row;
    private final Map<String, Value> given;
    private final List<Expectation> expectations = new ArrayList<>();
    private String name = "";
    private String reason = "";
    private List<String> tags = List.of();

    private Reading(int row, Map<String, Value> given) {
      this.row = row;
      this.given = given;
    }

    /** The case, which stands where its name does. */
    Scenario scenario(Suite suite) {
      String cell =
          header.columns().stream()
              .filter(column -> column.role() instanceof Role.Name)
              .map(column -> new Address(row, column.number()).toString())
              .findFirst()
              .orElse(Area.of(new Address(row, header.firstColumn())).toString());
      return new Scenario(
          suite,
          name,
          reason,
          tags,
          findings.place(cell),
          new Facts(topic.name(), topic.complete(given)),
          expectations);
    }
  }
}
