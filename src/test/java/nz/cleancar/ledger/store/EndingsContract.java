package nz.cleancar.ledger.store;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nz.cleancar.ledger.payment.Collected;
import nz.cleancar.ledger.payment.Discrepancy.Kind;
import nz.cleancar.ledger.payment.Endings;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.ProviderAnswer.Accepted;
import nz.cleancar.ledger.payment.ProviderAnswer.Declined;
import nz.cleancar.ledger.payment.Settling;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments that the agency ends, in a database, whichever it is; each test has days of its own. */
abstract class EndingsContract extends MoneyBed {

  private static final String WHY = "The bank has nothing of it.";
  private static final Money CHARGE = new Money(72_000);

  private LocalDate day = LocalDate.parse("2026-03-02");

  @BeforeEach
  void on_days_that_were_not_compared() {
    day = day.plusDays(2);
    clock.moveTo(day);
  }

  private Attempt<Payment> end(Person person, Payment payment) {
    var prospect = bean(Endings.class).lookUp(payment.id());
    return bean(Endings.class).end(person, payment.id(), prospect, WHY);
  }

  private void accepted(Payment payment, String receipt) {
    bean(Payments.class)
        .answered(payment.id().value(), new Accepted(payment.order().amount(), receipt));
  }

  /** An account that owes a charge, and a payment for it that nobody asked for yet. */
  private Payment forCharge() {
    AccountNumber account = account();
    earn(account, "2023-04-01", "-40");
    clock.moveTo(day);
    return started(account, Grams.ZERO);
  }

  @Test
  void a_payment_that_is_never_answered_is_ended_once_its_days_statement_was_compared() {
    // Given
    Payment payment = started(account(), "sandbox-silent");
    bean(Payments.class).ask(payment.id());

    // When
    var early = end(AROHA, payment);
    clock.moveTo(day.plusDays(1));
    bean(Payments.class).reconcile();
    var byPayer = end(OLIVE, payment);
    Payment ended = done(end(AROHA, payment));
    var again = end(AROHA, payment);

    // Then
    assertThat(codes(early)).containsExactly("answer-may-come");
    assertThat(codes(byPayer)).containsExactly("agency-only");
    assertThat(ended.state()).isEqualTo(new Payment.Ended(clock.instant(), AROHA.name(), WHY));
    assertThat(found(payment)).isEqualTo(ended);
    assertThat(codes(again)).containsExactly("payment-over");
  }

  @Test
  void what_an_ended_payment_was_for_is_paid_by_another_and_late_money_stays() {
    // Given
    Payment first = forCharge();
    AccountNumber account = first.order().account();

    // When
    done(end(AROHA, first));
    Payment second = started(account, Grams.ZERO);
    bean(Payments.class).ask(second.id());
    accepted(first, "LATE-" + account);
    accepted(first, "LATE-" + account);

    // Then
    assertThat(balances(account).owed()).isEqualTo(Money.ZERO);
    assertThat(balances(account).money()).isEqualTo(CHARGE);
    assertThat(found(first).state())
        .isInstanceOfSatisfying(
            Payment.Received.class,
            received ->
                assertThat(received.leftUndone())
                    .isEqualTo(
                        "aroha ended this payment on %s (%s); the money stays on the account.",
                        day, WHY));
    assertThat(discrepanciesOf(first)).isEmpty();
  }

  @Test
  void late_money_of_an_ended_payment_pays_what_it_was_for_when_its_holder_says_so() {
    // Given
    Payment payment = forCharge();
    AccountNumber account = payment.order().account();

    // When
    done(end(AROHA, payment));
    accepted(payment, "LATE-" + account);
    Money before = balances(account).owed();
    var settled =
        done(
            bean(Settling.class)
                .settle(OLIVE, account, new Settling.Wish(List.of(), Grams.ZERO, true)));

    // Then
    assertThat(before).isEqualTo(CHARGE);
    assertThat(settled.payment()).isEmpty();
    assertThat(balances(account).owed()).isEqualTo(Money.ZERO);
    assertThat(balances(account).money()).isEqualTo(Money.ZERO);
  }

  @Test
  void a_payment_that_the_provider_answered_meanwhile_is_not_ended() {
    // Given
    Payment payment = started(account(), "sandbox-timeout-accept");
    bean(Payments.class).ask(payment.id());

    // When
    var attempt = end(AROHA, payment);

    // Then
    assertThat(codes(attempt)).containsExactly("payment-over");
    assertThat(balances(payment.order().account()).money()).isEqualTo(HUNDRED);
  }

  @Test
  void an_ended_payment_that_is_declined_or_asked_about_stays_ended() {
    // Given
    Payment payment = started(account(), "sandbox-lose");
    done(end(AROHA, payment));

    // When
    bean(Payments.class).answered(payment.id().value(), new Declined("No."));
    bean(Payments.class).ask(payment.id());
    bean(Payments.class).reconcile();

    // Then
    assertThat(found(payment).state()).isInstanceOf(Payment.Ended.class);
    assertThat(discrepanciesOf(payment)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sandbox-more, 10100", "sandbox-less, 9999"})
  void a_payment_of_another_amount_is_ended_and_what_came_in_is_recorded_once(
      String reference, long cents) {
    // Given
    Payment payment = started(account(), reference);
    AccountNumber account = payment.order().account();
    bean(Payments.class).ask(payment.id());
    String receipt = "SANDBOX-" + payment.id();

    // When
    done(end(AROHA, payment));
    done(
        bean(Collected.class)
            .record(
                AROHA,
                new PaymentOrder(account, new Money(cents), "ACCOUNT", ""),
                receipt,
                List.of()));
    bean(Payments.class).reconcile();
    accepted(payment, receipt);

    // Then
    assertThat(found(payment).state()).isInstanceOf(Payment.Ended.class);
    assertThat(balances(account).money()).isEqualTo(new Money(cents));
    assertThat(discrepanciesOf(payment))
        .extracting(each -> each.kind())
        .containsExactly(Kind.OTHER_AMOUNT, Kind.RECEIPT_OF_ANOTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox-more", "sandbox-less"})
  void a_corrected_amount_of_an_ended_payment_is_received(String reference) {
    // Given
    Payment payment = started(account(), reference);
    bean(Payments.class).ask(payment.id());
    done(end(AROHA, payment));

    // When
    accepted(payment, "CORRECTED-" + payment.id());

    // Then
    assertThat(balances(payment.order().account()).money()).isEqualTo(HUNDRED);
  }

  @Test
  void sixteen_who_end_and_answer_at_once_lose_no_money() {
    // Given
    Payment payment = started(account(), "");
    var turn = new AtomicInteger();

    // When
    atOnce(
        () -> {
          if (turn.incrementAndGet() % 2 == 0) {
            accepted(payment, "BANK-" + payment.id());
          } else {
            end(AROHA, payment);
          }
          return true;
        });

    // Then
    assertThat(balances(payment.order().account()).money()).isEqualTo(HUNDRED);
    assertThat(found(payment).state()).isInstanceOf(Payment.Received.class);
  }
}
