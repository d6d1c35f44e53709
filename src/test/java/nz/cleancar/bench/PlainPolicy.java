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
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: the same policy as a programmer would write it by hand, maps and ifs in plain Java,
 * with the outcome alone and no explanation.
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
      RoundingMode rounding) {}

  /** What the plain policy answers; what does not apply is null. */
  record Answer(
      String outcome,
      String reason,
      boolean mayProceed,
      @Nullable String type,
      @Nullable BigDecimal target,
      @Nullable BigDecimal difference,
      @Nullable BigDecimal charge,
      @Nullable BigDecimal credits) {

    static Answer undecided() {
      return new Answer("UNDECIDED", "no-row", false, null, null, null, null, null);
    }

    static Answer notSubject(String reason) {
      return new Answer("NOT_SUBJECT", reason, true, null, null, null, null, null);
    }
  }

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

  Answer decide(Question question) {
    Vehicle vehicle = question.vehicle();
    LocalDate day = question.legalDate().day();
    ClassRule classRule =
        classRule(vehicle.vehicleClass().code(), vehicle.grossVehicleMassKilograms());
    if (classRule == null) {
      return Answer.undecided();
    }
    if (!classRule.subject()) {
      return Answer.notSubject(classRule.reason());
    }
    String excluded = exclusion(vehicle, day);
    if (excluded != null) {
      return Answer.notSubject(excluded);
    }
    var key = new TypeAndYear(classRule.type(), day.getYear());
    BigDecimal annual = targets.get(key);
    WeightRule weight = weightRule(key, vehicle.tareWeightKilograms());
    Co2 co2 = vehicle.suppliedCo2();
    if (annual == null || weight == null || co2 == null) {
      return Answer.undecided();
    }
    BigDecimal supplied = co2.emission().perKilometre();
    CycleRule cycle = cycles.get(co2.testCycle());
    if (cycle == null || !cycle.holds(supplied)) {
      return Answer.undecided();
    }
    long tare = Math.min(Math.max(vehicle.tareWeightKilograms(), weight.floor()), weight.ceiling());
    BigDecimal target =
        annual
            .add(weight.slope().multiply(BigDecimal.valueOf(tare - weight.mean())))
            .setScale(weight.decimals(), weight.rounding());
    BigDecimal difference = target.subtract(cycle.converted(supplied));
    if (difference.signum() >= 0) {
      return accept(question, classRule.type(), target, difference, BigDecimal.ZERO, difference);
    }
    Rate rate = rate(question.account().scheme(), vehicle.condition(), day);
    if (rate == null) {
      return Answer.undecided();
    }
    BigDecimal charge =
        rate.rate().multiply(difference.negate()).setScale(rate.decimals(), rate.rounding());
    return accept(question, classRule.type(), target, difference, charge, BigDecimal.ZERO);
  }

  private static Answer accept(
      Question question,
      String type,
      BigDecimal target,
      BigDecimal difference,
      BigDecimal charge,
      BigDecimal credits) {
    AccountFacts account = question.account();
    boolean above = difference.signum() < 0;
    String refusal = refusal(account, question.vehicle().condition());
    if (refusal != null) {
      return new Answer("REFUSE", refusal, false, type, target, difference, charge, credits);
    }
    boolean auto =
        above
            ? account.scheme() == Scheme.FLEET_AVERAGE && account.autoAccept().aboveTarget()
            : account.autoAccept().atOrBelowTarget();
    String reason =
        above
            ? auto ? "auto-accept-above-target" : "above-target"
            : auto ? "at-or-below-target" : "auto-accept-off";
    String outcome = auto ? "AUTO_ACCEPT" : "AWAIT_ACCEPTANCE";
    return new Answer(outcome, reason, auto, type, target, difference, charge, credits);
  }

  private static @Nullable String refusal(AccountFacts account, VehicleCondition condition) {
    return switch (account.status()) {
      case SUSPENDED -> "account-suspended";
      case CLOSED -> "account-closed";
      case ACTIVE -> account.condition() == condition ? null : "wrong-account-condition";
    };
  }

  private @Nullable ClassRule classRule(String code, long grossMass) {
    for (ClassRule each : classes.getOrDefault(code, List.of())) {
      if (each.grossMass().holds(grossMass)) {
        return each;
      }
    }
    return null;
  }

  private @Nullable String exclusion(Vehicle vehicle, LocalDate day) {
    for (String attribute : vehicle.attributes()) {
      Exclusion exclusion = exclusions.get(attribute);
      if (exclusion != null && !day.isBefore(exclusion.from())) {
        return exclusion.reason();
      }
    }
    LocalDate first = vehicle.firstRegisteredOn();
    return first != null && first.plusYears(oldestYears).isBefore(day) ? oldestReason : null;
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
            code(text(row, 2)));
    for (String word : words(row, 0)) {
      classes.computeIfAbsent(word, _ -> new ArrayList<>()).add(rule);
    }
  }

  private void addExclusion(Row row) {
    String reason = code(text(row, 0));
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
            RoundingMode.valueOf(text(row, 2))));
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
