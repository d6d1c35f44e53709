package nz.cleancar.scenario.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;

/**
 * How scenarios are written down: what goes to the top, and what each case says of its own.
 *
 * @param toAll the facts that all cases are given alike, in the order of the vocabulary
 * @param own the facts that cases are given differently, in the same order
 * @param expected what any case expects: the outcome, terms in the same order, reasons, rows
 */
public record SuitePlan(Map<Term, Value> toAll, List<Term> own, List<Expected> expected) {

  /** The plan for these scenarios of one topic. */
  public static SuitePlan of(String topic, List<Scenario> scenarios, Vocabulary vocabulary) {
    var toAll = new LinkedHashMap<Term, Value>();
    var own = new ArrayList<Term>();
    for (Term term : Topic.of(topic, vocabulary).facts()) {
      Set<Optional<Value>> values = new HashSet<>();
      scenarios.forEach(scenario -> values.add(said(scenario, term)));
      if (values.size() > 1) {
        own.add(term);
      } else {
        values.stream().flatMap(Optional::stream).forEach(value -> toAll.put(term, value));
      }
    }
    return new SuitePlan(toAll, own, expected(scenarios, vocabulary));
  }

  /** What a case says of the fact; nothing of words where there are none. */
  public static Optional<Value> said(Scenario scenario, Term term) {
    return Optional.ofNullable(scenario.given().values().get(term.name()))
        .filter(value -> !(value instanceof Value.Words(List<String> all) && all.isEmpty()));
  }

  /** What the scenario expects of this. */
  public static Optional<Expectation> expectation(Scenario scenario, Expected expected) {
    return scenario.expectations().stream()
        .filter(expectation -> of(expectation).equals(expected))
        .findFirst();
  }

  private static Expected of(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Outcome _ -> new Expected.OfOutcome();
      case Expectation.ReasonCodes _ -> new Expected.OfReasonCodes();
      case Expectation.RowsUsed _ -> new Expected.OfRowsUsed();
      case Expectation.Amount amount -> new Expected.OfTerm(amount.term());
      case Expectation.Same same -> new Expected.OfTerm(same.term());
      case Expectation.Nothing nothing -> new Expected.OfTerm(nothing.term());
    };
  }

  private static List<Expected> expected(List<Scenario> scenarios, Vocabulary vocabulary) {
    var used = new HashSet<Expected>();
    scenarios.forEach(
        scenario -> scenario.expectations().forEach(expectation -> used.add(of(expectation))));
    var inOrder = new LinkedHashSet<Expected>();
    inOrder.add(new Expected.OfOutcome());
    vocabulary.terms().forEach(term -> inOrder.add(new Expected.OfTerm(term)));
    inOrder.add(new Expected.OfReasonCodes());
    inOrder.add(new Expected.OfRowsUsed());
    inOrder.retainAll(used);
    return List.copyOf(inOrder);
  }
}
