package nz.cleancar.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;

/** The questions that benchmarks ask. */
final class BenchQuestions {

  /** How many questions the mix has. */
  static final int MIX = 64;

  private static final Vin VIN = new Vin("7AT0H65MX26000017");
  private static final AccountNumber NUMBER = new AccountNumber("CO2-100001");
  private static final List<String> CLASSES =
      List.of(
          "MA", "MA", "MA", "MB", "MC", "MC", "NA", "NA", "MD1", "MD2", "MD3", "MD4", "ME", "NB",
          "NC", "LA", "LB1", "LC", "LE2", "TA", "TD");
  private static final List<String> ATTRIBUTES =
      List.of(
          "MOTORSPORT",
          "SCRATCH_BUILT",
          "SPECIAL_INTEREST",
          "TEMPORARY_IMPORT",
          "DISABILITY",
          "AGRICULTURAL",
          "MILITARY",
          "TOW_BAR",
          "LEFT_HAND_DRIVE");

  private BenchQuestions() {}

  /** The sample question of the interface. */
  static Question sample() {
    return new Question(
        new Vehicle(
            VIN,
            new VehicleClass("MA"),
            VehicleCondition.USED,
            1500,
            1950,
            new Co2(Grams.of("150"), TestCycle.WLTP_3P),
            LocalDate.of(2019, 6, 1),
            List.of()),
        account(VehicleCondition.USED, Scheme.PAYG, AccountStatus.ACTIVE, true, false),
        LegalDate.of("2026-03-02"));
  }

  /**
   * What a day's work looks like: both types, conditions and schemes over seven years, above and
   * below target; of the 64, four vehicles are not subject, two accounts refuse, and for one
   * question the policy has no row.
   */
  static List<Question> mix() {
    var random = new Random(2026);
    var questions = new ArrayList<Question>();
    while (questions.size() < MIX) {
      int n = questions.size();
      boolean used = random.nextBoolean();
      var condition = used ? VehicleCondition.USED : VehicleCondition.NEW;
      int year = 2023 + random.nextInt(7);
      boolean passenger = random.nextInt(3) > 0;
      int tare = passenger ? 900 + random.nextInt(1300) : 1500 + random.nextInt(1000);
      boolean electric = random.nextInt(5) == 0;
      var co2 = BigDecimal.valueOf(electric ? 0 : 60 + random.nextInt(200));
      var cycle = n == 7 ? TestCycle.JC08 : TestCycle.WLTP_3P;
      questions.add(
          new Question(
              new Vehicle(
                  VIN,
                  new VehicleClass(n % 32 == 5 ? "TA" : passenger ? "MA" : "NA"),
                  condition,
                  tare,
                  tare + 450,
                  new Co2(new Grams(n == 7 ? BigDecimal.valueOf(132) : co2), cycle),
                  used ? LocalDate.of(year - 2 - random.nextInt(12), 6, 1) : null,
                  n % 32 == 9 ? List.of("MOTORSPORT") : List.of()),
              account(
                  condition,
                  random.nextBoolean() ? Scheme.PAYG : Scheme.FLEET_AVERAGE,
                  n % 32 == 13 ? AccountStatus.SUSPENDED : AccountStatus.ACTIVE,
                  random.nextInt(4) > 0,
                  random.nextInt(4) == 0),
              new LegalDate(LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)))));
    }
    return questions;
  }

  /** Any questions: every class, cycle, status and year, also where the policy has no answer. */
  static Stream<Question> any(long seed) {
    var random = new Random(seed);
    return Stream.generate(() -> any(random));
  }

  private static Question any(Random random) {
    var condition = oneOf(List.of(VehicleCondition.values()), random);
    var day = LocalDate.of(2022, 7, 1).plusDays(random.nextInt(365 * 8));
    int tare = 800 + random.nextInt(2000);
    return new Question(
        new Vehicle(
            VIN,
            new VehicleClass(oneOf(CLASSES, random)),
            condition,
            tare,
            random.nextInt(10) == 0 ? 3499 + random.nextInt(3) : tare + 450,
            co2(random),
            firstRegistered(day, random),
            random.nextInt(8) == 0
                ? List.of(oneOf(ATTRIBUTES, random), oneOf(ATTRIBUTES, random))
                : List.of()),
        account(
            random.nextInt(6) == 0 ? oneOf(List.of(VehicleCondition.values()), random) : condition,
            oneOf(List.of(Scheme.values()), random),
            random.nextInt(6) == 0
                ? oneOf(List.of(AccountStatus.values()), random)
                : AccountStatus.ACTIVE,
            random.nextBoolean(),
            random.nextBoolean()),
        new LegalDate(day));
  }

  private static @Nullable Co2 co2(Random random) {
    if (random.nextInt(20) == 0) {
      return null;
    }
    var cycle =
        random.nextInt(6) == 0 ? oneOf(List.of(TestCycle.values()), random) : TestCycle.WLTP_3P;
    var grams =
        random.nextInt(6) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(400_000), 3);
    return new Co2(new Grams(grams), cycle);
  }

  private static @Nullable LocalDate firstRegistered(LocalDate day, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> day.minusYears(40).plusDays(random.nextInt(3) - 1);
      default -> day.minusDays(random.nextInt(365 * 30));
    };
  }

  private static AccountFacts account(
      VehicleCondition condition,
      Scheme scheme,
      AccountStatus status,
      boolean atOrBelow,
      boolean above) {
    return new AccountFacts(NUMBER, condition, scheme, status, new AutoAccept(atOrBelow, above));
  }

  private static <T> T oneOf(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
