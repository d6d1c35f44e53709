package nz.cleancar.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.Vehicle;

/**
 * The baseline: the same policy as a programmer would write it by hand, maps and ifs in plain Java,
 * with the outcome alone and no explanation.
 */
final class PlainPolicy {

  private record TypeAndYear(String type, int year) {}

  private record Weights(
      long from, long to, BigDecimal slope, long mean, long floor, long ceiling, int decimals) {}

  private record Rate(
      LocalDate from, LocalDate to, String scheme, String condition, BigDecimal rate, String due) {}

  /** What the plain policy answers. */
  record Answer(
      String outcome,
      String type,
      BigDecimal target,
      BigDecimal difference,
      BigDecimal charge,
      BigDecimal credits,
      String reason,
      boolean mayProceed) {}

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> exclusions = new HashMap<>();
  private final Map<TypeAndYear, BigDecimal> targets = new HashMap<>();
  private final Map<TypeAndYear, List<Weights>> weights = new HashMap<>();
  private final List<Rate> rates = new ArrayList<>();

  PlainPolicy(Policy policy) {
    for (Row row : rows(policy, "vehicle-types")) {
      if (!text(row, 1).equals("NONE")) {
        words(row, 0).forEach(word -> types.put(word, text(row, 1)));
      }
    }
    for (Row row : rows(policy, "exclusions")) {
      if (row.conditions().get(0) instanceof Condition.OneOf) {
        words(row, 0).forEach(word -> exclusions.put(word, text(row, 0)));
      }
    }
    for (Row row : rows(policy, "annual-targets")) {
      targets.put(key(row), number(row, 0));
    }
    for (Row row : rows(policy, "weight-adjustment")) {
      long from = Long.MIN_VALUE;
      long to = Long.MAX_VALUE;
      if (row.conditions().get(2) instanceof Condition.Range range) {
        from = range.lower().map(b -> whole(b.value()) + (b.inclusive() ? 0 : 1)).orElse(from);
        to = range.upper().map(b -> whole(b.value()) - (b.inclusive() ? 0 : 1)).orElse(to);
      }
      weights
          .computeIfAbsent(key(row), _ -> new ArrayList<>())
          .add(
              new Weights(
                  from,
                  to,
                  number(row, 0),
                  whole(row.outcomes().get(1)),
                  whole(row.outcomes().get(2)),
                  whole(row.outcomes().get(3)),
                  (int) whole(row.outcomes().get(4))));
    }
    for (Row row : rows(policy, "charge-rates")) {
      var range = (Condition.Range) row.conditions().get(0);
      rates.add(
          new Rate(
              range.lower().map(b -> ((Value.Day) b.value()).date()).orElse(LocalDate.MIN),
              range.upper().map(b -> ((Value.Day) b.value()).date()).orElse(LocalDate.MAX),
              words(row, 1).getFirst(),
              words(row, 2).getFirst(),
              number(row, 0),
              text(row, 3)));
    }
  }

  Answer decide(Question question) {
    Vehicle vehicle = question.vehicle();
    LocalDate day = question.legalDate().day();
    String type = types.get(vehicle.vehicleClass().code());
    if (type == null || vehicle.grossVehicleMassKilograms() > 3500 || isExcluded(vehicle, day)) {
      return new Answer("NOT_SUBJECT", "", null, null, null, null, "not-subject", true);
    }
    var key = new TypeAndYear(type, day.getYear());
    BigDecimal annual = targets.get(key);
    Optional<Weights> weight = weights(key, vehicle.tareWeightKilograms());
    var co2 = vehicle.co2();
    if (annual == null || weight.isEmpty() || co2.isEmpty()) {
      return new Answer("UNDECIDED", "", null, null, null, null, "no-row", false);
    }
    Weights w = weight.get();
    long tare = Math.min(Math.max(vehicle.tareWeightKilograms(), w.floor()), w.ceiling());
    BigDecimal target =
        annual
            .add(w.slope().multiply(BigDecimal.valueOf(tare - w.mean())))
            .setScale(w.decimals(), RoundingMode.HALF_UP);
    BigDecimal difference = target.subtract(co2.get().emission().perKilometre());
    BigDecimal charge = BigDecimal.ZERO;
    BigDecimal credits = BigDecimal.ZERO;
    if (difference.signum() < 0) {
      charge =
          rate(question.account(), vehicle, day)
              .multiply(difference.negate())
              .setScale(2, RoundingMode.HALF_UP);
    } else {
      credits = difference;
    }
    return accept(question, type, target, difference, charge, credits);
  }

  private static Answer accept(
      Question question,
      String type,
      BigDecimal target,
      BigDecimal difference,
      BigDecimal charge,
      BigDecimal credits) {
    AccountFacts account = question.account();
    if (account.status() != AccountStatus.ACTIVE
        || account.condition() != question.vehicle().condition()) {
      return new Answer("REFUSE", type, target, difference, charge, credits, "refused", false);
    }
    boolean above = difference.signum() < 0;
    boolean auto =
        above
            ? account.scheme() == Scheme.FLEET_AVERAGE && account.autoAccept().aboveTarget()
            : account.autoAccept().atOrBelowTarget();
    return new Answer(
        auto ? "AUTO_ACCEPT" : "AWAIT_ACCEPTANCE",
        type,
        target,
        difference,
        charge,
        credits,
        above ? "above-target" : "at-or-below-target",
        auto);
  }

  private boolean isExcluded(Vehicle vehicle, LocalDate day) {
    for (String attribute : vehicle.attributes()) {
      if (exclusions.containsKey(attribute)) {
        return true;
      }
    }
    return vehicle
        .firstRegistered()
        .map(first -> ChronoUnit.YEARS.between(first, day) > 40)
        .orElse(false);
  }

  private Optional<Weights> weights(TypeAndYear key, long tare) {
    for (Weights each : weights.getOrDefault(key, List.of())) {
      if (each.from() <= tare && tare <= each.to()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private BigDecimal rate(AccountFacts account, Vehicle vehicle, LocalDate day) {
    for (Rate each : rates) {
      if (!day.isBefore(each.from())
          && !day.isAfter(each.to())
          && each.scheme().equals(account.scheme().name())
          && each.condition().equals(vehicle.condition().name())) {
        return each.rate();
      }
    }
    throw new IllegalStateException("No rate.");
  }

  private static List<Row> rows(Policy policy, String table) {
    return policy.table(table).map(PolicyTable::rows).orElseThrow();
  }

  private static TypeAndYear key(Row row) {
    return new TypeAndYear(words(row, 0).getFirst(), Integer.parseInt(words(row, 1).getFirst()));
  }

  private static List<String> words(Row row, int column) {
    return ((Condition.OneOf) row.conditions().get(column))
        .values().stream().map(Value::text).toList();
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
