package nz.cleancar.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.decision.Outcome;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Question;
import org.jspecify.annotations.Nullable;

/**
 * Decides vehicle questions a second way: every row of every table is tried, one after the other,
 * in plain Java. It shares the tables' typed cells with the engine, and nothing else: neither the
 * rules nor the matching nor the arithmetic.
 */
final class ReferenceEvaluator {

  private final Policy policy;

  ReferenceEvaluator(Policy policy) {
    this.policy = policy;
  }

  /** What the policy's tables say to the question. */
  ReferenceAnswer answer(Question question) {
    return new Case(question).answer();
  }

  /** The target that the vehicle would have if it were subject, for questions close to it. */
  Optional<BigDecimal> target(Question question) {
    var one = new Case(question);
    one.ask("vehicle-types");
    if (!Boolean.TRUE.equals(one.known.get("subject"))) {
      return Optional.empty();
    }
    one.ask("annual-targets");
    one.ask("weight-adjustment");
    return one.lacking.isEmpty() ? Optional.of(one.rounded("target")) : Optional.empty();
  }

  /** One question under way. */
  private final class Case {

    private final Map<String, @Nullable Object> known = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> lacking = new ArrayList<>();

    Case(Question question) {
      var vehicle = question.vehicle();
      LocalDate day = question.legalDate().day();
      known.put("vehicleClass", vehicle.vehicleClass().code());
      known.put("condition", vehicle.condition().name());
      known.put("tareWeight", BigDecimal.valueOf(vehicle.tareWeightKilograms()));
      known.put("grossVehicleMass", BigDecimal.valueOf(vehicle.grossVehicleMassKilograms()));
      known.put("attribute", vehicle.attributes());
      vehicle.co2().ifPresent(co2 -> known.put("co2", co2.emission().perKilometre()));
      vehicle.co2().ifPresent(co2 -> known.put("testCycle", co2.testCycle().name()));
      vehicle.firstRegistered().ifPresent(first -> known.put("age", yearsBegun(first, day)));
      var account = question.account();
      known.put("accountNumber", account.number().value());
      known.put("accountCondition", account.condition().name());
      known.put("scheme", account.scheme().name());
      known.put("accountStatus", account.status().name());
      known.put("autoAcceptAtOrBelowTarget", account.autoAccept().atOrBelowTarget());
      known.put("autoAcceptAboveTarget", account.autoAccept().aboveTarget());
      known.put("legalDate", day);
      known.put("year", BigDecimal.valueOf(day.getYear()));
    }

    ReferenceAnswer answer() {
      List<Row> types = ask("vehicle-types");
      List<Row> exclusions = ask("exclusions");
      if (!lacking.isEmpty() || types.isEmpty()) {
        return undecided();
      }
      var grounds = new ArrayList<String>();
      if (Boolean.FALSE.equals(known.get("subject"))) {
        grounds.add(code(known.get("classGround")));
      }
      exclusions.forEach(row -> grounds.add(code(row.outcomes().getFirst().text())));
      if (!grounds.isEmpty()) {
        return ReferenceAnswer.notSubject(grounds, true, sortedRows());
      }
      ask("test-cycles");
      ask("annual-targets");
      ask("weight-adjustment");
      return lacking.isEmpty() ? assess() : undecided();
    }

    private ReferenceAnswer assess() {
      BigDecimal co2 =
          number("co2")
              .multiply(number("co2Factor"))
              .add(number("co2Addend"))
              .setScale(number("co2Decimals").intValueExact(), rounding("co2Rounding"));
      BigDecimal target = rounded("target");
      BigDecimal difference = target.subtract(co2);
      boolean above = co2.compareTo(target) > 0;
      known.put("target", target);
      known.put("difference", difference);
      known.put("gramsAbove", above ? co2.subtract(target) : BigDecimal.ZERO);
      if (above) {
        ask("charge-rates");
      }
      if (lacking.isEmpty()) {
        ask("account-standing");
      }
      boolean good = "GOOD".equals(known.get("accountStanding"));
      if (lacking.isEmpty() && good) {
        ask("acceptance");
      }
      if (!lacking.isEmpty()) {
        return undecided();
      }
      var assessment =
          new Outcome.Assessment(
              word("vehicleType"),
              new Outcome.Target(
                  new Grams(target),
                  new Grams(unrounded()),
                  new Grams(number("annualTarget")),
                  number("slope"),
                  number("meanWeight").longValueExact(),
                  effectiveTare().longValueExact()),
              new Grams(co2),
              new Grams(difference),
              above ? charge() : Outcome.Charge.none(),
              above ? Grams.ZERO : new Grams(difference));
      return new ReferenceAnswer(
          "ASSESSED",
          Optional.of(assessment),
          Optional.of(
              good
                  ? Outcome.Acceptance.valueOf(word("acceptanceOutcome"))
                  : Outcome.Acceptance.REFUSE),
          List.of(word(good ? "reasonCode" : "refusalCode")),
          List.of(
              filled(word(good ? "reason" : "refusal")),
              filled(word(good ? "because" : "refusedBecause"))),
          good && Boolean.TRUE.equals(known.get("mayProceed")),
          List.of(),
          sortedRows());
    }

    private Outcome.Charge charge() {
      BigDecimal dollars =
          number("gramsAbove")
              .multiply(number("rate"))
              .setScale(number("chargeDecimals").intValueExact(), rounding("chargeRounding"));
      return new Outcome.Charge(Money.of(dollars), number("rate"), word("chargeDue"));
    }

    private BigDecimal effectiveTare() {
      return number("tareWeight").max(number("floor")).min(number("ceiling"));
    }

    private BigDecimal unrounded() {
      return number("slope")
          .multiply(effectiveTare().subtract(number("meanWeight")))
          .add(number("annualTarget"));
    }

    private BigDecimal rounded(String name) {
      return unrounded()
          .setScale(number(name + "Decimals").intValueExact(), rounding(name + "Rounding"));
    }

    /** The rows that count, by the hit policy; their outcomes are known from now on. */
    private List<Row> ask(String id) {
      PolicyTable table = policy.table(id).orElseThrow();
      List<Row> matching =
          table.rows().stream().filter(row -> meetsAll(table.inputs(), row)).toList();
      if (table.hitPolicy() == HitPolicy.EXACTLY_ONE && matching.size() > 1) {
        lacking.add(several(table, matching));
        matching.forEach(row -> rows.add(table.workbook() + "!" + row.cells()));
        return List.of();
      }
      List<Row> counting =
          switch (table.hitPolicy()) {
            case EXACTLY_ONE, COLLECT -> matching;
            case FIRST -> matching.stream().limit(1).toList();
          };
      for (Row row : counting) {
        rows.add(table.workbook() + "!" + row.cells());
        learn(table, row.outcomes());
      }
      if (matching.isEmpty()) {
        switch (table.otherwise()) {
          case Otherwise.Fault _ -> lacking.add(table.workbook());
          case Otherwise.Answer answer -> learn(table, answer.outcomes());
        }
      }
      return counting;
    }

    private static String several(PolicyTable table, List<Row> matching) {
      return matching.stream()
          .map(row -> Integer.toString(row.number()))
          .collect(Collectors.joining(" and ", "Rows ", " of " + table.workbook()));
    }

    private void learn(PolicyTable table, List<Value> outcomes) {
      for (int i = 0; i < outcomes.size(); i++) {
        known.put(table.outcomes().get(i).name(), plain(outcomes.get(i)));
      }
    }

    private boolean meetsAll(List<Term> inputs, Row row) {
      for (int i = 0; i < inputs.size(); i++) {
        if (!meets(row.conditions().get(i), known.get(inputs.get(i).name()))) {
          return false;
        }
      }
      return true;
    }

    private ReferenceAnswer undecided() {
      return ReferenceAnswer.undecided(lacking.stream().sorted().toList(), false, sortedRows());
    }

    private List<String> sortedRows() {
      return rows.stream().sorted().toList();
    }

    private String filled(String sentence) {
      return Pattern.compile("\\{([^}]*)}")
          .matcher(sentence)
          .replaceAll(gap -> Matcher.quoteReplacement(spoken(named(gap.group(1)))));
    }

    private String named(String heading) {
      return policy.vocabulary().headed(heading).orElseThrow().name();
    }

    private String spoken(String name) {
      return known.get(name) instanceof BigDecimal number
          ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
          : word(name);
    }

    private BigDecimal number(String name) {
      return switch (known.get(name)) {
        case BigDecimal number -> number;
        case null, default -> throw unknown(name);
      };
    }

    private String word(String name) {
      return switch (known.get(name)) {
        case String word -> word;
        case null, default -> throw unknown(name);
      };
    }

    private RoundingMode rounding(String name) {
      return RoundingMode.valueOf(word(name));
    }

    private AssertionError unknown(String name) {
      return new AssertionError("`" + name + "` is not in " + known);
    }
  }

  private static boolean meets(Condition condition, @Nullable Object fact) {
    return switch (condition) {
      case Condition.Any _ -> true;
      case Condition.OneOf(List<Value> wanted) ->
          fact != null && wanted.stream().anyMatch(one -> isOrHolds(fact, plain(one)));
      case Condition.Range range ->
          fact != null
              && range.lower().stream().noneMatch(bound -> lies(fact, -1, bound))
              && range.upper().stream().noneMatch(bound -> lies(fact, 1, bound));
    };
  }

  /** Whether the fact lies past the bound on that side, -1 for below. */
  private static boolean lies(Object fact, int side, Condition.Bound bound) {
    int order =
        fact instanceof LocalDate day && plain(bound.value()) instanceof LocalDate end
            ? Long.compare(day.toEpochDay(), end.toEpochDay())
            : ((BigDecimal) fact).compareTo((BigDecimal) plain(bound.value()));
    return order == 0 ? !bound.inclusive() : Integer.signum(order) == side;
  }

  private static boolean isOrHolds(Object fact, Object wanted) {
    if (fact instanceof List<?> several) {
      return several.contains(wanted);
    }
    return fact instanceof BigDecimal number
        ? number.compareTo((BigDecimal) wanted) == 0
        : fact.equals(wanted);
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Word(String text) -> text;
      case Value.Words(List<String> all) -> all;
      case Value.Whole(long number) -> BigDecimal.valueOf(number);
      case Value.Decimal(BigDecimal number) -> number;
      case Value.Day(LocalDate date) -> date;
      case Value.YesNo(boolean yes) -> yes;
      case Value.Sentence(String text) -> text;
    };
  }

  /** Forty years to the day are 40, one day more is 41. */
  private static BigDecimal yearsBegun(LocalDate first, LocalDate day) {
    int years = 0;
    while (first.plusYears(years).isBefore(day)) {
      years++;
    }
    return BigDecimal.valueOf(years);
  }

  private static String code(@Nullable Object ground) {
    return String.valueOf(ground).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
