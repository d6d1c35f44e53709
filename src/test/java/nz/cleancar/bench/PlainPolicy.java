package nz.cleancar.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Acceptance;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.Certification;
import nz.cleancar.decision.Outcome.Charge;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Outcome.Target;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: the same policy as a programmer would write it by hand, maps and ifs in plain Java.
 * It gives the very outcome that a decision gives, and no explanation.
 */
final class PlainPolicy {

  private record Weighed(long from, long to) {
    boolean holds(long kilograms) {
      return from <= kilograms && kilograms <= to;
    }
  }

  private record ClassRule(Weighed grossMass, boolean subject, String type, String reason) {}

  private record Exclusion(LocalDate from, String reason) {}

  private record TypeAndYear(String type, int year) {}

  private record WeightRule(
      Weighed tare,
      BigDecimal slope,
      long mean,
      long floor,
      long ceiling,
      int decimals,
      RoundingMode rounding) {}

  private record CycleRule(
      boolean zeroOnly, BigDecimal factor, BigDecimal addend, int decimals, RoundingMode rounding) {
    boolean holds(BigDecimal grams) {
      return !zeroOnly || grams.signum() == 0;
    }

    BigDecimal converted(BigDecimal grams) {
      return grams.multiply(factor).add(addend).setScale(decimals, rounding);
    }
  }

  private record Rate(
      LocalDate from,
      LocalDate to,
      Scheme scheme,
      VehicleCondition condition,
      BigDecimal rate,
      int decimals,
      RoundingMode rounding,
      String due) {}

  private static final Certification MAY = new Certification(true, "accepted automatically");
  private static final Certification WAITS = new Certification(false, "not accepted yet");

  private final Map<String, List<ClassRule>> classes = new HashMap<>();
  private final Map<String, Exclusion> exclusions = new HashMap<>();
  private final Map<TypeAndYear, BigDecimal> targets = new HashMap<>();
  private final Map<TypeAndYear, List<WeightRule>> weights = new HashMap<>();
  private final Map<TestCycle, CycleRule> cycles = new EnumMap<>(TestCycle.class);
  private final List<Rate> rates = new ArrayList<>();
  private int oldestYears = Integer.MAX_VALUE;
  private String oldestReason = "";

  PlainPolicy(Policy policy) {
    rows(policy, "vehicle-types").forEach(this::addClasses);
    rows(policy, "exclusions").forEach(this::addExclusion);
    rows(policy, "annual-targets").forEach(row -> targets.put(key(row), number(row, 0)));
    rows(policy, "weight-adjustment").forEach(this::addWeights);
    rows(policy, "test-cycles").forEach(this::addCycles);
    rows(policy, "charge-rates").forEach(this::addRate);
  }

  Outcome decide(Question question) {
    Vehicle vehicle = question.vehicle();
    LocalDate day = question.legalDate().day();
    ClassRule classRule =
        classRule(vehicle.vehicleClass().code(), vehicle.grossVehicleMassKilograms());
    if (classRule == null) {
      return undecided();
    }
    List<Reason> notSubject = notSubject(vehicle, day, classRule);
    if (!notSubject.isEmpty()) {
      return new Outcome.NotSubject(
          notSubject, new Certification(true, "not subject to the Clean Car Standard"));
    }
    var key = new TypeAndYear(classRule.type(), day.getYear());
    BigDecimal annual = targets.get(key);
    WeightRule weight = weightRule(key, vehicle.tareWeightKilograms());
    Co2 co2 = vehicle.suppliedCo2();
    if (annual == null || weight == null || co2 == null) {
      return undecided();
    }
    BigDecimal supplied = co2.emission().perKilometre();
    CycleRule cycle = cycles.get(co2.testCycle());
    if (cycle == null || !cycle.holds(supplied)) {
      return undecided();
    }
    long tare = Math.min(Math.max(vehicle.tareWeightKilograms(), weight.floor()), weight.ceiling());
    BigDecimal unrounded =
        annual.add(weight.slope().multiply(BigDecimal.valueOf(tare - weight.mean())));
    BigDecimal rounded = unrounded.setScale(weight.decimals(), weight.rounding());
    var target =
        new Target(
            new Grams(rounded),
            new Grams(unrounded),
            new Grams(annual),
            weight.slope(),
            weight.mean(),
            tare);
    Grams converted = new Grams(cycle.converted(supplied));
    Grams difference = new Grams(rounded.subtract(converted.perKilometre()));
    Charge charge = Charge.none();
    if (difference.perKilometre().signum() < 0) {
      Rate rate = rate(question.account().scheme(), vehicle.condition(), day);
      if (rate == null) {
        return undecided();
      }
      BigDecimal amount =
          rate.rate()
              .multiply(difference.perKilometre().negate())
              .setScale(rate.decimals(), rate.rounding());
      charge = new Charge(Money.of(amount), rate.rate(), rate.due());
    }
    Grams credits = difference.perKilometre().signum() < 0 ? Grams.ZERO : difference;
    return accept(
        question, new Assessment(classRule.type(), target, converted, difference, charge, credits));
  }

  private static Outcome undecided() {
    return new Outcome.Undecided(List.of(), new Certification(false, "undecided"));
  }

  private List<Reason> notSubject(Vehicle vehicle, LocalDate day, ClassRule classRule) {
    var reasons = new ArrayList<Reason>(0);
    if (!classRule.subject()) {
      reasons.add(
          new Reason(
              code(classRule.reason()),
              "The Clean Car Standard does not apply to class "
                  + vehicle.vehicleClass()
                  + " of "
                  + vehicle.grossVehicleMassKilograms()
                  + " kg gross vehicle mass."));
    }
    for (String attribute : vehicle.attributes()) {
      Exclusion exclusion = exclusions.get(attribute);
      if (exclusion != null && !day.isBefore(exclusion.from())) {
        Reason reason = excluded(exclusion.reason());
        if (!reasons.contains(reason)) {
          reasons.add(reason);
        }
      }
    }
    LocalDate first = vehicle.firstRegisteredOn();
    if (first != null && first.plusYears(oldestYears).isBefore(day)) {
      reasons.add(excluded(oldestReason));
    }
    return reasons;
  }

  private static Reason excluded(String ground) {
    return new Reason(
        code(ground),
        "The vehicle is excluded from the Clean Car Standard on the ground " + ground + ".");
  }

  private static Outcome accept(Question question, Assessment assessment) {
    AccountFacts account = question.account();
    switch (account.status()) {
      case SUSPENDED -> {
        return refused(
            assessment,
            "account-suspended",
            "Account "
                + account.number()
                + " is suspended; while it is, no vehicle can be accepted in it.",
            "the account is suspended");
      }
      case CLOSED -> {
        return refused(
            assessment,
            "account-closed",
            "Account "
                + account.number()
                + " is closed; the vehicle needs an account that is open.",
            "the account is closed");
      }
      case ACTIVE -> {
        if (account.condition() != question.vehicle().condition()) {
          return refused(
              assessment,
              "wrong-account-condition",
              "Account "
                  + account.number()
                  + " is for "
                  + account.condition()
                  + " vehicles and this vehicle is "
                  + question.vehicle().condition()
                  + ".",
              "the account is for " + account.condition() + " vehicles");
        }
      }
    }
    return assessment.difference().perKilometre().signum() < 0
        ? above(account, assessment)
        : atOrBelow(account, assessment);
  }

  private static Outcome refused(Assessment assessment, String code, String says, String because) {
    return new Outcome.Assessed(
        assessment,
        Acceptance.REFUSE,
        List.of(new Reason(code, says)),
        new Certification(false, because));
  }

  private static Outcome above(AccountFacts account, Assessment assessment) {
    String says =
        "The vehicle is "
            + assessment.difference().perKilometre().negate().toPlainString()
            + " g/km above its target";
    if (account.scheme() == Scheme.PAYG) {
      return waits(
          assessment,
          "above-target",
          says + "; a pay-as-you-go account accepts it by hand and pays the charge.");
    }
    return account.autoAccept().aboveTarget()
        ? accepted(
            assessment,
            "auto-accept-above-target",
            says + ", and the fleet average account accepts such vehicles by itself.")
        : waits(
            assessment,
            "above-target",
            says
                + "; the fleet average account does not accept such vehicles by itself, so it waits"
                + " to be accepted by hand.");
  }

  private static Outcome atOrBelow(AccountFacts account, Assessment assessment) {
    String says =
        "The vehicle is at or below its target of " + assessment.target().rounded() + " g/km";
    return account.autoAccept().atOrBelowTarget()
        ? accepted(
            assessment,
            "at-or-below-target",
            says + ", and the account accepts such vehicles by itself.")
        : waits(
            assessment,
            "auto-accept-off",
            says
                + "; the account does not accept such vehicles by itself, so it waits to be"
                + " accepted by hand.");
  }

  private static Outcome accepted(Assessment assessment, String code, String says) {
    return new Outcome.Assessed(
        assessment, Acceptance.AUTO_ACCEPT, List.of(new Reason(code, says)), MAY);
  }

  private static Outcome waits(Assessment assessment, String code, String says) {
    return new Outcome.Assessed(
        assessment, Acceptance.AWAIT_ACCEPTANCE, List.of(new Reason(code, says)), WAITS);
  }

  private @Nullable ClassRule classRule(String code, long grossMass) {
    for (ClassRule each : classes.getOrDefault(code, List.of())) {
      if (each.grossMass().holds(grossMass)) {
        return each;
      }
    }
    return null;
  }

  private @Nullable WeightRule weightRule(TypeAndYear key, long tare) {
    for (WeightRule each : weights.getOrDefault(key, List.of())) {
      if (each.tare().holds(tare)) {
        return each;
      }
    }
    return null;
  }

  private @Nullable Rate rate(Scheme scheme, VehicleCondition condition, LocalDate day) {
    for (Rate each : rates) {
      if (each.scheme() == scheme
          && each.condition() == condition
          && !day.isBefore(each.from())
          && !day.isAfter(each.to())) {
        return each;
      }
    }
    return null;
  }

  private void addClasses(Row row) {
    var rule =
        new ClassRule(
            weighed(row, 1),
            ((Value.YesNo) row.outcomes().get(0)).yes(),
            text(row, 1),
            text(row, 2));
    for (String word : words(row, 0)) {
      classes.computeIfAbsent(word, _ -> new ArrayList<>()).add(rule);
    }
  }

  private void addExclusion(Row row) {
    String reason = text(row, 0);
    if (row.conditions().get(1) instanceof Condition.Range age) {
      oldestYears = (int) whole(age.lower().orElseThrow().value());
      oldestReason = reason;
      return;
    }
    LocalDate from =
        row.conditions().get(2) instanceof Condition.Range day
            ? day(day.lower(), LocalDate.MIN)
            : LocalDate.MIN;
    words(row, 0).forEach(word -> exclusions.put(word, new Exclusion(from, reason)));
  }

  private void addWeights(Row row) {
    weights
        .computeIfAbsent(key(row), _ -> new ArrayList<>())
        .add(
            new WeightRule(
                weighed(row, 2),
                number(row, 0),
                whole(row.outcomes().get(1)),
                whole(row.outcomes().get(2)),
                whole(row.outcomes().get(3)),
                (int) whole(row.outcomes().get(4)),
                RoundingMode.valueOf(text(row, 5))));
  }

  private void addCycles(Row row) {
    var rule =
        new CycleRule(
            row.conditions().get(1) instanceof Condition.OneOf,
            number(row, 0),
            number(row, 1),
            (int) whole(row.outcomes().get(2)),
            RoundingMode.valueOf(text(row, 3)));
    words(row, 0).forEach(word -> cycles.put(TestCycle.valueOf(word), rule));
  }

  private void addRate(Row row) {
    var days = (Condition.Range) row.conditions().get(0);
    rates.add(
        new Rate(
            day(days.lower(), LocalDate.MIN),
            day(days.upper(), LocalDate.MAX),
            Scheme.valueOf(words(row, 1).getFirst()),
            VehicleCondition.valueOf(words(row, 2).getFirst()),
            number(row, 0),
            (int) whole(row.outcomes().get(1)),
            RoundingMode.valueOf(text(row, 2)),
            text(row, 3)));
  }

  private static List<Row> rows(Policy policy, String table) {
    return policy.table(table).map(PolicyTable::rows).orElseThrow();
  }

  private static TypeAndYear key(Row row) {
    return new TypeAndYear(words(row, 0).getFirst(), Integer.parseInt(words(row, 1).getFirst()));
  }

  private static Weighed weighed(Row row, int column) {
    long from = Long.MIN_VALUE;
    long to = Long.MAX_VALUE;
    if (row.conditions().get(column) instanceof Condition.Range range) {
      from = range.lower().map(b -> whole(b.value()) + (b.inclusive() ? 0 : 1)).orElse(from);
      to = range.upper().map(b -> whole(b.value()) - (b.inclusive() ? 0 : 1)).orElse(to);
    }
    return new Weighed(from, to);
  }

  private static LocalDate day(Optional<Condition.Bound> bound, LocalDate otherwise) {
    return bound.map(b -> ((Value.Day) b.value()).date()).orElse(otherwise);
  }

  private static List<String> words(Row row, int column) {
    return ((Condition.OneOf) row.conditions().get(column))
        .values().stream().map(Value::text).toList();
  }

  private static String code(String ground) {
    return ground.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(Row row, int outcome) {
    return row.outcomes().get(outcome).text();
  }

  private static BigDecimal number(Row row, int outcome) {
    return ((Value.Decimal) row.outcomes().get(outcome)).number();
  }

  private static long whole(Value value) {
    return ((Value.Whole) value).number();
  }
}
