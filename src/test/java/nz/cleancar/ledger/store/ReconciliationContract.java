package nz.cleancar.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.ProviderAnswer.Accepted;
import nz.cleancar.ledger.payment.StatementDays;
import nz.cleancar.work.EachAlone.Failed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is compared with a provider, in a database, whichever it is; each test has its own days. */
abstract class ReconciliationContract extends MoneyBed {

  private LocalDate day = LocalDate.parse("2026-03-02");

  @BeforeEach
  void on_days_that_were_not_compared() {
    day = day.plusDays(3);
    clock.moveTo(day);
  }

  private void behave(Payment payment, String reference) {
    bean(Statements.class)
        .change(
            "update sandbox_payment set reference = ? where id = ?",
            reference,
            payment.id().value());
  }

  @Test
  void a_day_is_compared_once_the_provider_gives_its_statement() {
    // Given
    Payment payment = started(account(), "sandbox-no-statement");
    bean(Payments.class).ask(payment.id());
    clock.moveTo(day.plusDays(2));

    // When
    var silent = bean(Payments.class).reconcile();
    boolean wasCompared = bean(StatementDays.class).isCompared(day);
    behave(payment, "sandbox-deny-later");
    var given = bean(Payments.class).reconcile();
    var again = bean(Payments.class).reconcile();

    // Then
    assertThat(silent.days()).doesNotContain(day, day.plusDays(1)).contains(day.plusDays(2));
    assertThat(silent.failed())
        .extracting(Failed::what)
        .contains("statement of " + day, "statement of " + day.plusDays(1));
    assertThat(wasCompared).isFalse();
    assertThat(given.days()).contains(day, day.plusDays(1));
    assertThat(bean(StatementDays.class).isCompared(day)).isTrue();
    assertThat(discrepanciesOf(payment)).hasSize(1);
    assertThat(again.days()).doesNotContain(day, day.plusDays(1)).contains(day.plusDays(2));
  }

  @Test
  void a_received_payment_that_the_provider_is_silent_about_is_asked_about_again() {
    // Given
    Payment payment = started(account(), "sandbox-silent");
    bean(Payments.class).ask(payment.id());
    bean(Payments.class).answered(payment.id().value(), new Accepted(HUNDRED, "B-" + payment.id()));
    clock.moveTo(day.plusDays(1));

    // When
    var silent = bean(Payments.class).reconcile();
    behave(payment, "sandbox-forget");
    var told = bean(Payments.class).reconcile();

    // Then
    assertThat(silent.days()).doesNotContain(day);
    assertThat(silent.failed()).extracting(Failed::what).contains("payment " + payment.id());
    assertThat(told.days()).contains(day);
    assertThat(discrepanciesOf(payment)).hasSize(1);
  }

  @Test
  void a_payment_that_cannot_be_reconciled_stops_no_other() {
    // Given
    Payment broken = started(account(), "sandbox-timeout-accept");
    Payment whole = started(account(), "sandbox-timeout-accept");
    bean(Payments.class).ask(broken.id());
    bean(Payments.class).ask(whole.id());
    breaks(broken.order().account());

    // When
    var first = bean(Payments.class).reconcile();
    mends(broken.order().account());
    var second = bean(Payments.class).reconcile();

    // Then
    assertThat(first.failed()).extracting(Failed::what).contains("payment " + broken.id());
    assertThat(second.failed()).extracting(Failed::what).doesNotContain("payment " + broken.id());
    assertThat(balances(whole.order().account()).money()).isEqualTo(HUNDRED);
    assertThat(balances(broken.order().account()).money()).isEqualTo(HUNDRED);
  }
}
