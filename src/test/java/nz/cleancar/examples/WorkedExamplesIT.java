package nz.cleancar.examples;

import static nz.cleancar.testing.Questions.aCar;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.stream.Stream;
import nz.cleancar.testing.Questions;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of domain.md §9, published (P) and derived (D), through the real service. */
class WorkedExamplesIT {

  private static RunningService service;

  @BeforeAll
  static void start(@TempDir Path data) {
    service = RunningService.start(RunningService.SHIPPED_POLICY, data);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<Arguments> vehicles() {
    var in2023 = aCar().on("2023-06-30");
    var in2026 = aCar().on("2026-03-02");
    var electric = aCar().emitting("0");
    var commercial2026 = in2026.ofClass("NA").thatIs("NEW");
    return Stream.of(
        of(
            "P1 passenger, 1500 kg, 2025",
            aCar().on("2025-06-30").emitting("117.6"),
            "117.6",
            "117.5619",
            "0",
            "0.00",
            "0"),
        of(
            "D1 on its target",
            in2023.weighing(1441).emitting("145"),
            "145",
            "145",
            "0",
            "0.00",
            "0"),
        of(
            "D2 used, pay as you go",
            in2023.emitting("190"),
            "150",
            "149.9619",
            "-40",
            "720.00",
            "0"),
        of(
            "D3 new, pay as you go",
            in2023.emitting("190").thatIs("NEW"),
            "150",
            "149.9619",
            "-40",
            "1440.00",
            "0"),
        of(
            "D4 used, fleet average",
            in2023.emitting("190").under("FLEET_AVERAGE"),
            "150",
            "149.9619",
            "-40",
            "900.00",
            "0"),
        of(
            "D4 new, fleet average",
            in2023.emitting("190").thatIs("NEW").under("FLEET_AVERAGE"),
            "150",
            "149.9619",
            "-40",
            "1800.00",
            "0"),
        of(
            "D5 kei car, 900 kg",
            in2023.weighing(900).emitting("124.7"),
            "124.7",
            "124.7319",
            "0",
            "0.00",
            "0"),
        of(
            "D5 at the floor, 1200 kg",
            in2023.weighing(1200).emitting("124.7"),
            "124.7",
            "124.7319",
            "0",
            "0.00",
            "0"),
        of(
            "D6 at the ceiling, 2000 kg",
            in2023.weighing(2000).emitting("192"),
            "192",
            "192.0119",
            "0",
            "0.00",
            "0"),
        of(
            "D6 above the ceiling, 2300 kg",
            in2023.weighing(2300).emitting("192"),
            "192",
            "192.0119",
            "0",
            "0.00",
            "0"),
        of(
            "D7 2024",
            aCar().on("2024-06-30").emitting("180"),
            "138.9",
            "138.8619",
            "-41.1",
            "739.80",
            "0"),
        of(
            "D8 electric, 1800 kg, 2023",
            electric.on("2023-06-30").weighing(1800),
            "175.2",
            "175.1919",
            "175.2",
            "0.00",
            "175.2"),
        of("D9 2026, new", in2026.thatIs("NEW"), "108.6", "108.6174", "-41.4", "496.80", "0"),
        of("D9 2026, used", in2026, "108.6", "108.6174", "-41.4", "248.40", "0"),
        of(
            "D10 2026, new, fleet average",
            in2026.thatIs("NEW").under("FLEET_AVERAGE"),
            "108.6",
            "108.6174",
            "-41.4",
            "621.00",
            "0"),
        of(
            "D10 2026, used, fleet average",
            in2026.under("FLEET_AVERAGE"),
            "108.6",
            "108.6174",
            "-41.4",
            "310.50",
            "0"),
        of(
            "D11 electric, 1800 kg, 2026",
            electric.on("2026-03-02").weighing(1800),
            "118.9",
            "118.9074",
            "118.9",
            "0.00",
            "118.9"),
        of(
            "D12 commercial at the mean weight",
            commercial2026.weighing(2098).emitting("224").under("FLEET_AVERAGE"),
            "207",
            "207",
            "-17",
            "255.00",
            "0"),
        of(
            "D13 commercial above the ceiling",
            commercial2026.weighing(2300).emitting("240"),
            "212.4",
            "212.3652",
            "-27.6",
            "331.20",
            "0"),
        of(
            "SEED3 commercial at the mean weight, 2023",
            in2023.ofClass("NA").weighing(1998).emitting("218.3"),
            "218.3",
            "218.3",
            "0",
            "0.00",
            "0"),
        of(
            "SEED3 commercial above the ceiling, 2023",
            in2023.ofClass("NA").weighing(2600).emitting("226.4"),
            "226.4",
            "226.38",
            "0",
            "0.00",
            "0"),
        of(
            "SEED3 commercial below the floor, 2023",
            in2023.ofClass("NA").weighing(1100).emitting("186.4"),
            "186.4",
            "186.38",
            "0",
            "0.00",
            "0"),
        of(
            "SEED3 commercial at the mean weight, 2024",
            aCar().on("2024-06-30").ofClass("NA").weighing(1998).emitting("211.9"),
            "201.9",
            "201.9",
            "-10",
            "180.00",
            "0"),
        of(
            "D14 2027 at the mean weight",
            aCar().on("2027-06-30").weighing(1549).emitting("103"),
            "103",
            "103",
            "0",
            "0.00",
            "0"),
        of(
            "D15 the rates return in 2028",
            aCar().on("2028-06-30").weighing(1549).emitting("100"),
            "76",
            "76",
            "-24",
            "648.00",
            "0"),
        of("D16 2023", in2023, "150", "149.9619", "0", "0.00", "0"),
        of("D16 2024", aCar().on("2024-06-30"), "138.9", "138.8619", "-11.1", "199.80", "0"),
        of("D16 2026", in2026, "108.6", "108.6174", "-41.4", "248.40", "0"),
        of("D16 2027", aCar().on("2027-06-30"), "101.2", "101.1674", "-48.8", "292.80", "0"));
  }

  private static Arguments of(
      String example,
      Questions question,
      String target,
      String unrounded,
      String difference,
      String charge,
      String credits) {
    return Arguments.of(example, question, target, unrounded, difference, charge, credits);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vehicles")
  void a_vehicle_gets_the_target_charge_and_credits_of_the_example(
      String example,
      Questions question,
      String target,
      String unrounded,
      String difference,
      String charge,
      String credits) {
    // When
    Answer answer = service.post("/decisions/what-if", question.json());

    // Then
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.at("/target/gramsPerKm")).isEqualTo(target);
    assertThat(answer.at("/target/unrounded")).isEqualTo(unrounded);
    assertThat(answer.at("/difference")).isEqualTo(difference);
    assertThat(answer.at("/charge/amount")).isEqualTo(charge);
    assertThat(answer.at("/credits")).isEqualTo(credits);
  }

  @Test
  void d1_a_vehicle_on_its_target_is_accepted_by_the_switch_for_at_or_below() {
    // Given
    var onTarget = aCar().on("2023-06-30").weighing(1441).emitting("145");

    // When
    Answer answer = service.post("/decisions/what-if", onTarget.json());

    // Then
    assertThat(answer.at("/acceptance/outcome")).isEqualTo("AUTO_ACCEPT");
    assertThat(answer.at("/certification/mayProceed")).isEqualTo("true");
  }

  @Test
  void d2_the_unrounded_target_would_have_cost_69_cents_more() {
    // When
    Answer answer =
        service.post("/decisions/what-if", aCar().on("2023-06-30").emitting("190").json());

    // Then
    var unrounded = new BigDecimal(answer.at("/target/unrounded"));
    var rate = new BigDecimal(answer.at("/charge/ratePerGram"));
    assertThat(
            rate.multiply(new BigDecimal("190").subtract(unrounded))
                .setScale(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo("720.69");
  }

  @ParameterizedTest
  @CsvSource({"PAYG, NEW, 1426.80", "FLEET_AVERAGE, NEW, 1783.50"})
  void d11_credits_are_worth_at_most_the_charges_they_offset(
      String scheme, String condition, String worth) {
    // Given
    var charged = aCar().on("2026-03-02").thatIs(condition).under(scheme);

    // When
    Answer electric =
        service.post("/decisions/what-if", aCar().emitting("0").weighing(1800).json());
    Answer rate = service.post("/decisions/what-if", charged.json());

    // Then
    assertThat(
            new BigDecimal(electric.at("/credits"))
                .multiply(new BigDecimal(rate.at("/charge/ratePerGram"))))
        .isEqualByComparingTo(worth);
  }

  @ParameterizedTest
  @CsvSource({"2023-06-30, NEW, 36.00, 623196", "2023-06-30, USED, 18.00, 311598"})
  void p4_the_credits_of_the_first_day_are_worth_what_the_rates_say(
      String day, String condition, String rate, String worth) {
    // When
    Answer answer =
        service.post("/decisions/what-if", aCar().on(day).thatIs(condition).emitting("190").json());

    // Then
    assertThat(answer.at("/charge/ratePerGram")).isEqualTo(rate);
    assertThat(new BigDecimal(answer.at("/charge/ratePerGram")).multiply(new BigDecimal("17311")))
        .isEqualByComparingTo(worth);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, FLEET_AVERAGE, 67.50, 15.00",
    "USED, FLEET_AVERAGE, 33.75, 7.50",
    "NEW, PAYG, 54.00, 12.00",
    "USED, PAYG, 27.00, 6.00"
  })
  void p8_the_cut_of_2026_was_77_point_8_per_cent_for_everybody(
      String condition, String scheme, String before, String after) {
    // Given
    var car = aCar().thatIs(condition).under(scheme).emitting("190");

    // When
    Answer in2025 = service.post("/decisions/what-if", car.on("2025-12-31").json());
    Answer in2026 = service.post("/decisions/what-if", car.on("2026-01-01").json());

    // Then
    assertThat(in2025.at("/charge/ratePerGram")).isEqualTo(before);
    assertThat(in2026.at("/charge/ratePerGram")).isEqualTo(after);
    assertThat(
            BigDecimal.ONE
                .subtract(
                    new BigDecimal(after).divide(new BigDecimal(before), 6, RoundingMode.HALF_UP))
                .movePointRight(2)
                .setScale(1, RoundingMode.HALF_UP))
        .isEqualByComparingTo("77.8");
  }

  @ParameterizedTest
  @CsvSource({
    "D17, NEW, USED, 100, 100, 200, 0",
    "D17, USED, NEW, 101, 100, 50, 1",
    "P6, NEW, USED, 1, 1, 2, 0",
    "P6, USED, NEW, 2, 2, 1, 0"
  })
  void credits_change_between_new_and_used_in_whole_sets(
      String example,
      String from,
      String to,
      int offered,
      String moved,
      String arrive,
      String kept) {
    // When
    Answer answer =
        service.post(
            "/questions/credit-transfer",
            """
            {"fromCondition": "%s", "toCondition": "%s", "fromStatus": "ACTIVE",
             "toStatus": "ACTIVE", "fromVerified": true, "toVerified": true,
             "creditsOffered": %d, "legalDate": "2026-03-02"}
            """
                .formatted(from, to, offered));

    // Then
    assertThat(answer.at("/decided")).as(example).isEqualTo("true");
    assertThat(answer.at("/conclusions/creditsMoved")).isEqualTo(moved);
    assertThat(answer.at("/conclusions/creditsReceived")).isEqualTo(arrive);
    assertThat(answer.at("/conclusions/creditsKept")).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"OFFSET, 1", "TRANSFER, 0"})
  void p3_credits_and_charges_are_counted_in_the_same_grams(String use, String decimals) {
    // When
    Answer answer = service.post("/questions/credit-use", "{\"creditUse\": \"%s\"}".formatted(use));

    // Then
    assertThat(answer.at("/conclusions/creditDecimals")).isEqualTo(decimals);
  }

  @Test
  void p7_the_administration_fee_is_22_46_with_goods_and_services_tax() {
    // When
    Answer answer =
        service.post("/questions/administration-fee", "{\"legalDate\": \"2026-03-02\"}");

    // Then
    assertThat(answer.at("/conclusions/feeBeforeGst")).isEqualTo("19.53");
    assertThat(answer.at("/conclusions/fee")).isEqualTo("22.46");
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, 2025, 1, 4455.00",
    "USED, 2025, 1, 2227.50",
    "NEW, 2026, 1, 990.00",
    "NEW, 2023, 40, 118800.00",
    "USED, 2023, 40, 59400.00",
    "NEW, 2025, 40, 178200.00",
    "USED, 2025, 3, 6682.50"
  })
  void p2_a_fleet_owes_its_excess_at_its_rate_for_each_vehicle(
      String condition, int year, int vehicles, String charge) {
    // When
    Answer answer =
        service.post(
            "/questions/fleet-settlement",
            """
            {"condition": "%s", "year": %d, "fleetSize": %d, "fleetTarget": "105",
             "fleetAverage": "171"}
            """
                .formatted(condition, year, vehicles));

    // Then
    assertThat(new BigDecimal(answer.at("/conclusions/charge"))).isEqualByComparingTo(charge);
    assertThat(answer.at("/conclusions/dueOn")).isEqualTo((year + 1) + "-03-31");
  }
}
