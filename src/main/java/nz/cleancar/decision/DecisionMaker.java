package nz.cleancar.decision;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.decision.Explanation.RowUsed;
import nz.cleancar.decision.Explanation.Step;
import nz.cleancar.decision.Outcome.Acceptance;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.Certification;
import nz.cleancar.decision.Outcome.Charge;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Outcome.Target;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Vehicle;

/**
 * Makes decisions: puts a question into the vocabulary's words, runs the policy, and reads the
 * outcome and its explanation from what the rules concluded. Pure.
 */
@Singleton
public final class DecisionMaker {

  /** The topic of questions that are decided. */
  public static final String TOPIC = "vehicle";

  private static final Certification UNDECIDED = new Certification(false, "undecided");

  /** The policy's answer to the question; {@link Outcome.Undecided} where the policy lacks one. */
  public Decision decide(CompiledPolicy policy, Question question) {
    Run run = policy.run(facts(question));
    return new Decision(
        policy.policy().version(), question, outcome(run), explanation(run.firings()));
  }

  /** The question in the vocabulary's words. */
  public static Facts facts(Question question) {
    Map<String, Value> facts = HashMap.newHashMap(15);
    addVehicle(question.vehicle(), facts);
    addAccount(question.account(), facts);
    facts.put("legalDate", Value.of(question.legalDate().day()));
    return new Facts(TOPIC, facts);
  }

  private static void addVehicle(Vehicle vehicle, Map<String, Value> facts) {
    facts.put("vehicleClass", Value.of(vehicle.vehicleClass().code()));
    facts.put("condition", Value.of(vehicle.condition().name()));
    facts.put("tareWeight", Value.of(vehicle.tareWeightKilograms()));
    facts.put("grossVehicleMass", Value.of(vehicle.grossVehicleMassKilograms()));
    facts.put("attribute", Value.of(vehicle.attributes()));
    vehicle
        .co2()
        .ifPresent(
            co2 -> {
              facts.put("co2", Value.of(co2.emission().perKilometre()));
              facts.put("testCycle", Value.of(co2.testCycle().name()));
            });
    vehicle.firstRegistered().ifPresent(day -> facts.put("firstRegistered", Value.of(day)));
  }

  private static void addAccount(AccountFacts account, Map<String, Value> facts) {
    facts.put("accountNumber", Value.of(account.number().value()));
    facts.put("accountCondition", Value.of(account.condition().name()));
    facts.put("scheme", Value.of(account.scheme().name()));
    facts.put("accountStatus", Value.of(account.status().name()));
    facts.put("autoAcceptAtOrBelowTarget", Value.of(account.autoAccept().atOrBelowTarget()));
    facts.put("autoAcceptAboveTarget", Value.of(account.autoAccept().aboveTarget()));
  }

  /** What a run over a vehicle's facts comes to; undecided where it lacks something. */
  public static Outcome outcome(Run run) {
    if (!run.faults().isEmpty()) {
      return new Outcome.Undecided(
          run.faults().stream().map(fault -> new Reason(fault.code(), fault.says())).toList(),
          UNDECIDED);
    }
    try {
      return new Concluded(run).outcome();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return new Outcome.Undecided(
          List.of(new Reason("no-conclusion", "The rules concluded no answer: " + e.getMessage())),
          UNDECIDED);
    }
  }

  private static Explanation explanation(List<Firing> firings) {
    var steps = new ArrayList<Step>(firings.size());
    for (Firing firing : firings) {
      steps.add(
          switch (firing) {
            case Firing.RowFired(String says, PolicyTable table, Row row) ->
                new Step(says, table.id(), rowUsed(table, row));
            case Firing.OtherwiseFired(String says, PolicyTable table) ->
                new Step(says, table.id(), null);
            case Firing.RuleFired(String says, String ruleSet, String rule) ->
                new Step(says, ruleSet + ": " + rule, null);
          });
    }
    return new Explanation(steps);
  }

  private static RowUsed rowUsed(PolicyTable table, Row row) {
    return new RowUsed(
        table.workbook(),
        table.sheet(),
        row.cells(),
        row.source(),
        row.standing().word(),
        row.note());
  }

  /**
   * Reads a run's conclusions. Throws an {@link IllegalArgumentException} or {@link
   * ArithmeticException} that names what no rule concluded, or concluded wrongly: never a guess.
   */
  private record Concluded(Run run) {

    Outcome outcome() {
      var reasons = reasons();
      var certification = new Certification(yes("mayProceed"), word("because"));
      return switch (word("acceptanceOutcome")) {
        case "NOT_SUBJECT" -> new Outcome.NotSubject(reasons, certification);
        case String acceptance ->
            new Outcome.Assessed(
                assessment(), Acceptance.valueOf(acceptance), reasons, certification);
      };
    }

    /** What the table that decided acceptance gives as its reason, and what rules add to it. */
    private List<Reason> reasons() {
      var reasons = new ArrayList<Reason>(run.reasons().size() + 1);
      if (run.value("reasonCode").isPresent()) {
        reasons.add(new Reason(word("reasonCode"), word("reason")));
      }
      for (Run.Reason each : run.reasons()) {
        reasons.add(new Reason(each.code(), each.says()));
      }
      return reasons;
    }

    private Assessment assessment() {
      return new Assessment(
          word("vehicleType"),
          new Target(
              grams("target"),
              grams("unroundedTarget"),
              grams("annualTarget"),
              number("slope"),
              whole("meanWeight"),
              whole("effectiveTare")),
          grams("convertedCo2"),
          grams("difference"),
          charge(),
          grams("credits"));
    }

    private Charge charge() {
      return run.value("rate").isPresent()
          ? new Charge(Money.of(number("charge")), number("rate"), word("chargeDue"))
          : Charge.none();
    }

    private Grams grams(String name) {
      return new Grams(number(name));
    }

    private BigDecimal number(String name) {
      return switch (value(name)) {
        case Value.Decimal decimal -> decimal.number();
        case Value.Whole whole -> BigDecimal.valueOf(whole.number());
        case Value other -> throw wrong(name, other.text());
      };
    }

    private long whole(String name) {
      return switch (value(name)) {
        case Value.Whole whole -> whole.number();
        case Value other -> throw wrong(name, other.text());
      };
    }

    private boolean yes(String name) {
      return switch (value(name)) {
        case Value.YesNo yesNo -> yesNo.yes();
        case Value other -> throw wrong(name, other.text());
      };
    }

    private String word(String name) {
      return value(name).text();
    }

    private Value value(String name) {
      return run.value(name).orElseThrow(() -> wrong(name, "nothing"));
    }

    private static IllegalArgumentException wrong(String name, String found) {
      return new IllegalArgumentException("`" + name + "` is " + found + ".");
    }
  }
}
