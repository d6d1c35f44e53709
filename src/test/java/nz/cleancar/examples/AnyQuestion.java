package nz.cleancar.examples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;

/** Questions of every sort, most of them close to where an answer changes. */
final class AnyQuestion {

  private static final Vin VIN = new Vin("7AT0H65MX26000017");
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2031, 12, 31);
  private static final List<Integer> EDGE_WEIGHTS =
      List.of(1200, 2000, 2200, 1441, 1482, 1549, 1998, 2098, 2174);
  private static final List<String> SUBJECT = List.of("MA", "MB", "MC", "NA", "MD1", "MD2");

  private final ReferenceEvaluator reference;
  private final List<String> classes;

  /** The reference tells where a vehicle's target is; the classes are the vocabulary's. */
  AnyQuestion(ReferenceEvaluator reference, List<String> classes) {
    this.reference = reference;
    this.classes = classes;
  }

  Arbitrary<Question> arbitrary() {
    return Combinators.combine(vehicles(), accounts(), days(), emissions(), registrations())
        .as(this::question);
  }

  private Question question(
      Bare bare, AccountFacts account, LocalDate day, Emission emission, Registration registered) {
    var vehicle =
        new Vehicle(
            VIN,
            new VehicleClass(bare.vehicleClass()),
            bare.condition(),
            bare.tare(),
            bare.grossMass(),
            null,
            registered.before(day).orElse(null),
            bare.attributes());
    var question = new Question(vehicle, account, new LegalDate(day));
    return emission
        .co2(reference.target(question))
        .map(co2 -> with(co2, question))
        .orElse(question);
  }

  private static Question with(Co2 co2, Question question) {
    var vehicle = question.vehicle();
    return new Question(
        new Vehicle(
            vehicle.vin(),
            vehicle.vehicleClass(),
            vehicle.condition(),
            vehicle.tareWeightKilograms(),
            vehicle.grossVehicleMassKilograms(),
            co2,
            vehicle.firstRegisteredOn(),
            vehicle.attributes()),
        question.account(),
        question.legalDate());
  }

  private record Bare(
      String vehicleClass,
      VehicleCondition condition,
      int tare,
      int grossMass,
      List<String> attributes) {}

  private Arbitrary<Bare> vehicles() {
    var codes =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(SUBJECT)),
            Tuple.of(3, Arbitraries.of(classes)),
            Tuple.of(1, Arbitraries.of("ZZ", "ma", "M1")));
    var weights =
        Arbitraries.frequencyOf(
            Tuple.of(
                4,
                Combinators.combine(
                        Arbitraries.of(EDGE_WEIGHTS), Arbitraries.integers().between(-1, 1))
                    .as(Integer::sum)),
            Tuple.of(4, Arbitraries.integers().between(500, 2800)),
            Tuple.of(1, Arbitraries.of(1, 3500, 30_000)));
    var masses =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(600, 3500)),
            Tuple.of(3, Arbitraries.of(3499, 3500, 3500)),
            Tuple.of(1, Arbitraries.of(3501, 12_000)));
    return Combinators.combine(
            codes, Arbitraries.of(VehicleCondition.class), weights, masses, attributes())
        .as(Bare::new);
  }

  private static Arbitrary<List<String>> attributes() {
    var known =
        Arbitraries.of(
            "MOTORSPORT",
            "SCRATCH_BUILT",
            "SPECIAL_INTEREST",
            "TEMPORARY_IMPORT",
            "DISABILITY",
            "DISABILITY",
            "AGRICULTURAL",
            "MILITARY");
    var unknown = Arbitraries.of("ARMOURED", "motorsport", "NONE", "any", "TOW_BAR", "MILITARY-X");
    var either = Arbitraries.frequencyOf(Tuple.of(2, known), Tuple.of(1, unknown));
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(List.of())),
        Tuple.of(1, unknown.list().ofSize(1)),
        Tuple.of(2, either.list().ofMinSize(1).ofMaxSize(4)));
  }

  private static Arbitrary<AccountFacts> accounts() {
    var statuses =
        Arbitraries.frequency(
            Tuple.of(6, AccountStatus.ACTIVE),
            Tuple.of(1, AccountStatus.SUSPENDED),
            Tuple.of(1, AccountStatus.CLOSED));
    var switches = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.of(VehicleCondition.class),
            Arbitraries.of(Scheme.class),
            statuses,
            switches,
            switches)
        .as(
            (condition, scheme, status, below, above) ->
                new AccountFacts(
                    new AccountNumber("CO2-100001"),
                    condition,
                    scheme,
                    status,
                    new AutoAccept(below, above)));
  }

  private static Arbitrary<LocalDate> days() {
    var yearEnds =
        Combinators.combine(
                Arbitraries.integers().between(2023, 2031), Arbitraries.integers().between(-2, 1))
            .as((year, days) -> LocalDate.of(year, 1, 1).plusDays(days));
    var turning = Arbitraries.integers().between(-1, 1).map(LocalDate.of(2024, 9, 5)::plusDays);
    var any =
        Arbitraries.longs()
            .between(FIRST_DAY.toEpochDay(), LAST_DAY.toEpochDay())
            .map(LocalDate::ofEpochDay);
    return Arbitraries.frequencyOf(
        Tuple.of(4, any),
        Tuple.of(4, yearEnds),
        Tuple.of(1, turning),
        Tuple.of(1, Arbitraries.of(FIRST_DAY, LAST_DAY, LocalDate.of(2024, 2, 29))));
  }

  /**
   * A CO2 value to come.
   *
   * @param supplied whether there is one
   * @param byTarget whether the grams count from the vehicle's target, where it has one
   */
  private record Emission(
      boolean supplied, boolean byTarget, BigDecimal grams, TestCycle testCycle) {

    Optional<Co2> co2(Optional<BigDecimal> target) {
      if (!supplied) {
        return Optional.empty();
      }
      BigDecimal from = byTarget ? target.orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
      return Optional.of(new Co2(new Grams(from.add(grams).max(BigDecimal.ZERO)), testCycle));
    }
  }

  private static Arbitrary<Emission> emissions() {
    var nearby =
        Stream.of(
                "0",
                "0.0004",
                "0.000499",
                "0.0005",
                "0.000501",
                "0.001",
                "0.05",
                "0.1",
                "1",
                "41.437")
            .map(BigDecimal::new)
            .flatMap(grams -> Stream.of(grams, grams.negate()))
            .toList();
    var cycles =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(TestCycle.WLTP_3P)),
            Tuple.of(1, Arbitraries.of(TestCycle.class)));
    var near =
        Combinators.combine(Arbitraries.of(nearby), cycles)
            .as((g, c) -> new Emission(true, true, g, c));
    var far =
        Combinators.combine(
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ZERO, BigDecimal.valueOf(500))
                    .ofScale(6),
                cycles)
            .as((g, c) -> new Emission(true, false, g, c));
    var none =
        Arbitraries.of(TestCycle.class).map(c -> new Emission(true, false, BigDecimal.ZERO, c));
    var barely =
        Arbitraries.of(TestCycle.class)
            .map(c -> new Emission(true, false, new BigDecimal("0.000001"), c));
    var missing = Arbitraries.just(new Emission(false, false, BigDecimal.ZERO, TestCycle.CAFE));
    return Arbitraries.frequencyOf(
        Tuple.of(10, near),
        Tuple.of(5, far),
        Tuple.of(2, none),
        Tuple.of(1, barely),
        Tuple.of(1, missing));
  }

  /**
   * A first registration to come, counted back from the legal date.
   *
   * @param known whether it is given
   */
  private record Registration(boolean known, int years, int days) {

    Optional<LocalDate> before(LocalDate day) {
      return known ? Optional.of(day.minusYears(years).plusDays(days)) : Optional.empty();
    }
  }

  private static Arbitrary<Registration> registrations() {
    var aboutForty =
        Combinators.combine(
                Arbitraries.of(39, 40, 40, 40, 41), Arbitraries.integers().between(-2, 2))
            .as((years, days) -> new Registration(true, years, days));
    var any =
        Combinators.combine(
                Arbitraries.integers().between(0, 39), Arbitraries.integers().between(-364, 364))
            .as((years, days) -> new Registration(true, years, days));
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(new Registration(false, 0, 0))),
        Tuple.of(8, any),
        Tuple.of(3, aboutForty),
        Tuple.of(1, Arbitraries.of(new Registration(true, 0, 0), new Registration(true, 124, 3))));
  }
}
