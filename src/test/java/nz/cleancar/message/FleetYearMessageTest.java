package nz.cleancar.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import nz.cleancar.ledger.fleet.DeferralWay;
import nz.cleancar.ledger.fleet.FleetStatement;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.VehicleCondition;
import org.junit.jupiter.api.Test;

class FleetYearMessageTest {

  private static final LocalDate DEFERRED_ON = LocalDate.of(2026, 3, 2);
  private static final LocalDate DUE_ON = LocalDate.of(2027, 3, 31);

  private static FleetYearMessage of(FleetStatement.Standing standing) {
    return FleetYearMessage.from(
        new FleetStatement(
            new AccountNumber("CO2-1"),
            2025,
            VehicleCondition.NEW,
            new FleetStatement.Fleet(
                1,
                new BigDecimal("105"),
                new BigDecimal("145.5"),
                Grams.ZERO,
                new Grams(new BigDecimal("-40.5"))),
            new FleetStatement.Result(
                new Money(273_375),
                Grams.ZERO,
                DUE_ON,
                new FleetStatement.Deferral(true, DeferralWay.SAME_CHARGE, false),
                "DIRECT_DEBIT"),
            standing));
  }

  @Test
  void a_charge_that_stays_and_is_due_later_is_settled_and_deferred() {
    // Given
    var settled = new FleetStatement.Settled(DEFERRED_ON, new Money(273_375));

    // When
    var message = of(new FleetStatement.Postponed(DEFERRED_ON, DUE_ON, settled));

    // Then
    assertThat(message.standing()).isEqualTo("DEFERRED");
    assertThat(message.settled()).isEqualTo(new FleetYearMessage.Settled(DEFERRED_ON, "2733.75"));
    assertThat(message.deferred())
        .isEqualTo(new FleetYearMessage.Deferred(DEFERRED_ON, null, DUE_ON));
    assertThat(message.result().deferralWay()).isEqualTo("SAME_CHARGE");
  }

  @Test
  void a_charge_that_is_the_next_years_grams_is_deferred_alone() {
    // When
    var message = of(new FleetStatement.Deferred(DEFERRED_ON, Grams.of("40.5")));

    // Then
    assertThat(message.standing()).isEqualTo("DEFERRED");
    assertThat(message.settled()).isNull();
    assertThat(message.deferred())
        .isEqualTo(new FleetYearMessage.Deferred(DEFERRED_ON, "40.5", null));
  }
}
