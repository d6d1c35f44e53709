package nz.cleancar.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nz.cleancar.policy.Rules;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Expectation.TableRow;
import nz.cleancar.scenario.Verdict.Miss;

/** Holds answers against what scenarios expect. Pure. */
public final class ScenarioRunner {

  private ScenarioRunner() {}

  /** Asks the rules, and holds their answer against the scenario. */
  public static Verdict run(Rules rules, Scenario scenario) {
    return verdict(scenario, rules.run(scenario.given()));
  }

  /** Holds a run over the scenario's facts against what it expects. */
  public static Verdict verdict(Scenario scenario, Run run) {
    var answer = Answer.of(scenario.given(), run);
    var misses = new ArrayList<Miss>();
    for (Expectation expectation : scenario.expectations()) {
      found(expectation, answer).map(text -> new Miss(expectation, text)).ifPresent(misses::add);
    }
    return new Verdict(scenario, answer, misses);
  }

  /** What was found instead, if the expectation is not met. */
  private static Optional<String> found(Expectation expectation, Answer answer) {
    return switch (expectation) {
      case Expectation.Outcome outcome ->
          unless(outcome.text().equals(answer.outcome()), answer.outcome());
      case Expectation.Amount number -> {
        var value = answer.value(number.term().name());
        yield unless(
            value
                .flatMap(Value::amount)
                .filter(
                    found ->
                        found.subtract(number.number()).abs().compareTo(number.tolerance()) <= 0)
                .isPresent(),
            text(number.term(), value, answer));
      }
      case Expectation.Same same -> {
        var value = answer.value(same.term().name());
        yield unless(
            value.filter(found -> isSame(found, same.value())).isPresent(),
            text(same.term(), value, answer));
      }
      case Expectation.Nothing(var _, var term) ->
          answer.value(term.name()).map(value -> AmountText.of(term, value));
      case Expectation.ReasonCodes reasons ->
          unless(
              sorted(reasons.codes()).equals(sorted(answer.reasonCodes())),
              listed(answer.reasonCodes().stream()));
      case Expectation.RowsUsed used ->
          unless(
              answer.rows().containsAll(used.rows()),
              listed(answer.rows().stream().map(TableRow::text)));
    };
  }

  private static Optional<String> unless(boolean met, String found) {
    return met ? Optional.empty() : Optional.of(found);
  }

  /** Words are the same in any order, and a sentence whether a table or a rule concludes it. */
  private static boolean isSame(Value found, Value expected) {
    if (expected instanceof Value.Sentence(String text)) {
      return found.text().equals(text);
    }
    if (found instanceof Value.Words(List<String> some)
        && expected instanceof Value.Words(List<String> others)) {
      return sorted(some).equals(sorted(others));
    }
    return found.equals(expected);
  }

  private static String text(Term term, Optional<Value> value, Answer answer) {
    return value
        .map(found -> AmountText.of(term, found))
        .orElseGet(() -> answer.outcome().equals(Answer.UNDECIDED) ? Answer.UNDECIDED : "none");
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  private static String listed(Stream<String> texts) {
    String list = texts.collect(Collectors.joining("; "));
    return list.isEmpty() ? "none" : list;
  }
}
