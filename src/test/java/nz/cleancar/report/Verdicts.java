package nz.cleancar.report;

import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Run;
import nz.cleancar.scenario.Answer;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.Verdict;

/** Verdicts of scenarios that nobody ran. */
final class Verdicts {

  static final Suite CHARGES =
      new Suite("charges", "Charges", "What is paid.", "vehicle", "charges.xlsx", "Cases");
  static final Suite OTHER = new Suite("other", "Other", "The rest.", "vehicle", "other.yml", "");

  static final Finding FAULT =
      Finding.error(
          "not-a-number",
          new Place("charges.xlsx", "Cases", "D20"),
          "a number",
          "`some`",
          "Type a number.");
  static final Finding UNREADABLE =
      Finding.error(
          "not-a-workbook", Place.of("broken.xlsx"), "a workbook", "a text", "Save it as .xlsx.");
  static final Finding WARNING =
      Finding.warning("odd", Place.of("odd.xlsx"), "one thing", "another", "Look at it.");

  private Verdicts() {}

  static Verdict passed(Suite suite, String name) {
    return verdict(suite, name, "DECIDED", "because");
  }

  /** One that found DECIDED and expected something else, explained by one rule's sentence. */
  static Verdict failed(Suite suite, String name, String expected, String says) {
    return verdict(suite, name, expected, says);
  }

  private static Verdict verdict(Suite suite, String name, String expected, String says) {
    var place = new Place(suite.file(), suite.sheet(), "A12");
    var expectation =
        new Expectation.Outcome(new Place(suite.file(), suite.sheet(), "D12"), expected);
    var scenario =
        new Scenario(
            suite,
            name,
            "",
            List.of("published"),
            place,
            new Facts("vehicle", Map.of()),
            List.of(expectation));
    var run =
        new Run(
            Map.of(),
            List.of(),
            List.of(new Firing.RuleFired(says, "assessment", "A rule")),
            List.<Fault>of());
    return new Verdict(
        scenario,
        new Answer("DECIDED", List.of(), run),
        expected.equals("DECIDED") ? List.of() : List.of(new Verdict.Miss(expectation, "DECIDED")));
  }
}
