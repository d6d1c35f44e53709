package nz.cleancar.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * Turns decisions that were made into scenarios that expect the same again. No vehicle and no
 * account can be told from them: a question's VIN is no fact of the rules, and account numbers are
 * replaced, the same number by the same.
 */
public final class Recording {

  private static final String ACCOUNT_NUMBER = "accountNumber";
  private static final String TAG = "recorded";

  private final Suite suite;
  private final Vocabulary vocabulary;
  private final int ofEachWay;
  private final Map<Value, Value> masked = new HashMap<>();
  private final Map<List<String>, Integer> countByWay = new HashMap<>();
  private final HashSet<Facts> questions = new HashSet<>();
  private final List<Scenario> scenarios = new ArrayList<>();

  /**
   * A recording without a case yet.
   *
   * @param suite what it is called
   * @param vocabulary whose terms the expectations are of
   * @param ofEachWay the most cases that went the same way, by the same rows and rules; 1 or more
   */
  public Recording(Suite suite, Vocabulary vocabulary, int ofEachWay) {
    this.suite = suite;
    this.vocabulary = vocabulary;
    this.ofEachWay = ofEachWay;
  }

  /** Takes a decision in, unless it would add nothing: whether it did. */
  public boolean take(LoggedDecision logged) {
    var decision = logged.decision();
    var facts = masked(DecisionMaker.facts(decision.question()));
    var way = way(decision);
    if (countByWay.getOrDefault(way, 0) >= ofEachWay || !questions.add(facts)) {
      return false;
    }
    countByWay.merge(way, 1, Integer::sum);
    scenarios.add(
        new Scenario(
            suite,
            "Recorded %d, %s".formatted(scenarios.size() + 1, decision.question().legalDate()),
            "Decided by %s as %s."
                .formatted(decision.policyVersion().shortName(), decision.outcome().name()),
            List.of(TAG),
            Place.of(suite.file()),
            facts,
            expectations(decision.outcome())));
    return true;
  }

  /** The cases, in the order that they were taken in. */
  public List<Scenario> scenarios() {
    return List.copyOf(scenarios);
  }

  private static List<String> way(Decision decision) {
    var way = new ArrayList<String>();
    way.add(decision.outcome().name());
    decision
        .explanation()
        .steps()
        .forEach(
            step -> way.add(step.rule() + step.row().map(row -> " " + row.cells()).orElse("")));
    return way;
  }

  private Facts masked(Facts facts) {
    var values = new HashMap<>(facts.values());
    values.computeIfPresent(
        ACCOUNT_NUMBER,
        (_, number) ->
            masked.computeIfAbsent(number, _ -> Value.of("MASKED-" + (masked.size() + 1))));
    return new Facts(facts.topic(), values);
  }

  private List<Expectation> expectations(Outcome outcome) {
    var place = Place.of(suite.file());
    var expected = new ArrayList<Expectation>();
    expected.add(new Expectation.Outcome(place, outcome.name()));
    expected.add(
        new Expectation.ReasonCodes(
            place, outcome.reasons().stream().map(Outcome.Reason::code).toList()));
    switch (outcome) {
      case Outcome.Assessed(Outcome.Assessment assessment, var _, var _, var _) -> {
        expect("target", assessment.target().rounded().perKilometre(), expected);
        expect("difference", assessment.difference().perKilometre(), expected);
        expect("charge", assessment.charge().amount().dollars(), expected);
        expect("credits", assessment.credits().perKilometre(), expected);
      }
      case Outcome.NotSubject _, Outcome.Undecided _ -> {}
    }
    return expected;
  }

  private void expect(String name, BigDecimal number, List<Expectation> expected) {
    vocabulary
        .named(name)
        .ifPresent(
            term ->
                expected.add(
                    new Expectation.Amount(Place.of(suite.file()), term, number, BigDecimal.ZERO)));
  }
}
