package nz.cleancar.examples;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.Outcome;

/**
 * What two evaluators must agree on.
 *
 * @param outcome {@code ASSESSED}, {@code NOT_SUBJECT} or {@code UNDECIDED}
 * @param assessment all the numbers, where the vehicle was assessed
 * @param acceptance what becomes of an assessed vehicle in the account
 * @param reasonCodes the stable names of the grounds; sorted where the vehicle is not subject
 * @param says the sentences of an assessed vehicle's grounds, and what certification is told
 * @param mayProceed whether entry certification may go on
 * @param lacking each workbook that could not answer, in order; where several rows matched, with
 *     their numbers
 * @param rows every row used, as {@code workbook!cells}, in order
 */
record ReferenceAnswer(
    String outcome,
    Optional<Outcome.Assessment> assessment,
    Optional<Outcome.Acceptance> acceptance,
    List<String> reasonCodes,
    List<String> says,
    boolean mayProceed,
    List<String> lacking,
    List<String> rows) {

  private static final Pattern NO_ROW = Pattern.compile("^No row of (\\S+\\.xlsx) matches ");
  private static final Pattern SEVERAL_ROWS =
      Pattern.compile("^(Rows [0-9 and]+ of \\S+\\.xlsx) match at once");

  /** What the engine's decision says of these. */
  static ReferenceAnswer of(Decision decision) {
    var rows =
        decision.explanation().steps().stream()
            .flatMap(step -> step.row().stream())
            .map(row -> row.workbook() + "!" + row.cells())
            .sorted()
            .toList();
    var codes = decision.outcome().reasons().stream().map(Outcome.Reason::code).toList();
    boolean mayProceed = decision.outcome().certification().mayProceed();
    return switch (decision.outcome()) {
      case Outcome.NotSubject _ -> notSubject(codes, mayProceed, rows);
      case Outcome.Undecided undecided ->
          undecided(
              undecided.reasons().stream().map(reason -> lacking(reason.says())).sorted().toList(),
              mayProceed,
              rows);
      case Outcome.Assessed assessed ->
          new ReferenceAnswer(
              "ASSESSED",
              Optional.of(assessed.assessment()),
              Optional.of(assessed.acceptance()),
              codes,
              Stream.concat(
                      assessed.reasons().stream().map(Outcome.Reason::says),
                      Stream.of(assessed.certification().because()))
                  .toList(),
              mayProceed,
              List.of(),
              rows);
    };
  }

  static ReferenceAnswer notSubject(List<String> codes, boolean mayProceed, List<String> rows) {
    return new ReferenceAnswer(
        "NOT_SUBJECT",
        Optional.empty(),
        Optional.empty(),
        codes.stream().sorted().toList(),
        List.of(),
        mayProceed,
        List.of(),
        rows);
  }

  static ReferenceAnswer undecided(List<String> lacking, boolean mayProceed, List<String> rows) {
    return new ReferenceAnswer(
        "UNDECIDED",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        mayProceed,
        lacking,
        rows);
  }

  /** The workbook that a fault names; the whole sentence where it names none. */
  private static String lacking(String says) {
    return Stream.of(NO_ROW, SEVERAL_ROWS)
        .flatMap(pattern -> pattern.matcher(says).results())
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElse(says);
  }
}
