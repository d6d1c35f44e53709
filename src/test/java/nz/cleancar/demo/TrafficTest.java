package nz.cleancar.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.Registered;
import org.junit.jupiter.api.Test;

/** What the feeds of the made-up year say. */
class TrafficTest {

  private static final DemoPlan PLAN = new DemoPlan(60, 3_000, 7, 2023);

  @Test
  void the_same_plan_says_the_same_in_the_same_order() {
    assertThat(year(PLAN)).isEqualTo(year(PLAN));
  }

  @Test
  void another_seed_makes_another_year() {
    // When
    var other = year(new DemoPlan(60, 3_000, 8, 2023));

    // Then
    assertThat(other).isNotEqualTo(year(PLAN));
  }

  @Test
  void each_vehicle_is_registered_and_completed_and_some_of_it_is_said_twice() {
    // When
    var all = year(PLAN);

    // Then
    var once = new HashSet<>(all);
    assertThat(all.size()).isGreaterThan(once.size());
    assertThat(once.stream().filter(Completed.class::isInstance).map(TrafficTest::vin).distinct())
        .hasSize(PLAN.vehicles());
    assertThat(once.stream().filter(each -> revision(each) == 1)).hasSize(PLAN.vehicles());
    assertThat(once.stream().filter(each -> revision(each) == 2))
        .hasSizeBetween(PLAN.vehicles() / 200, PLAN.vehicles() / 50);
  }

  @Test
  void nothing_is_said_before_its_time_and_what_is_complete_came_that_day_or_soon_after() {
    var calendar = new WorkingDays(PLAN.year(), PLAN.vehicles());
    var traffic = traffic(PLAN, calendar);
    for (int i = 0; i < calendar.days().size(); i++) {
      LocalDate day = calendar.days().get(i);
      LocalDate late = calendar.days().get(Math.max(0, i - 6));
      assertThat(traffic.on(i))
          .filteredOn(Completed.class::isInstance)
          .extracting(each -> ((Completed) each).completion().completedOn())
          .allSatisfy(completed -> assertThat(completed).isBetween(late, day));
    }
  }

  @Test
  void few_importers_bring_most_of_the_vehicles() {
    // Given
    var shares = new Industry(PLAN).importers().stream().mapToDouble(Importer::share).toArray();

    // When
    Arrays.sort(shares);

    // Then
    double all = Arrays.stream(shares).sum();
    double largest = Arrays.stream(shares).skip(shares.length * 9 / 10).sum();
    assertThat(shares).hasSize(PLAN.accounts());
    assertThat(largest / all).isGreaterThan(.5);
  }

  @Test
  void new_and_used_vehicles_of_all_light_classes_come_some_without_emission() {
    // When
    var specifications =
        year(PLAN).stream()
            .filter(each -> revision(each) == 1)
            .map(each -> ((Registered) each).specification())
            .distinct()
            .toList();

    // Then
    assertThat(specifications.stream().map(each -> each.vehicleClass().code()).distinct())
        .containsExactlyInAnyOrder("MA", "MB", "MC", "MD1", "NA");
    double used =
        specifications.stream().filter(each -> each.condition() == VehicleCondition.USED).count();
    assertThat(used / specifications.size()).isBetween(.3, .7);
    double zero =
        specifications.stream()
            .filter(
                each ->
                    each.co2().orElseThrow().emission().perKilometre().compareTo(BigDecimal.ZERO)
                        == 0)
            .count();
    assertThat(zero / specifications.size()).isBetween(.04, .15);
  }

  @Test
  void a_plan_is_large_enough_for_an_industry() {
    assertThatThrownBy(() -> new DemoPlan(5, 100, 1, 2023))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20 accounts or more");
  }

  private static List<FeedMessage> year(DemoPlan plan) {
    var calendar = new WorkingDays(plan.year(), plan.vehicles());
    var traffic = traffic(plan, calendar);
    var all = new ArrayList<FeedMessage>();
    for (int i = 0; i < calendar.days().size(); i++) {
      all.addAll(traffic.on(i));
    }
    return all;
  }

  private static Traffic traffic(DemoPlan plan, WorkingDays calendar) {
    return new Traffic(
        plan,
        new Industry(plan),
        calendar,
        importer -> new AccountNumber("CO2-" + (200_000 + importer.index())));
  }

  private static String vin(FeedMessage message) {
    return ((Completed) message).completion().vin().value();
  }

  private static int revision(FeedMessage message) {
    return message instanceof Registered registered ? registered.revision() : 0;
  }
}
