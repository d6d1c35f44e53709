package nz.cleancar.ledger.store;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.LedgerStore;
import nz.cleancar.ledger.Lot;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.ledger.fleet.DirectDebit;
import nz.cleancar.ledger.fleet.DirectDebits;
import nz.cleancar.ledger.fleet.FleetStatement;
import nz.cleancar.ledger.fleet.FleetYears;
import nz.cleancar.ledger.payment.Collected;
import nz.cleancar.ledger.payment.Discrepancies;
import nz.cleancar.ledger.payment.Discrepancy;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.ProviderAnswer;
import nz.cleancar.ledger.payment.ProviderAnswer.Accepted;
import nz.cleancar.ledger.payment.Refunds;
import nz.cleancar.ledger.payment.Settling;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.ledger.transfer.Transfers;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.EachAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments, transfers and fleet years, in a database, whichever it is. */
abstract class MoneyContract extends MoneyBed {

  @ParameterizedTest
  @CsvSource({
    "'',                       RECEIVED, RECEIVED, ''",
    "sandbox-decline,          DECLINED, DECLINED, ''",
    "sandbox-timeout-accept,   UNKNOWN,  RECEIVED, ''",
    "sandbox-timeout-decline,  UNKNOWN,  DECLINED, ''",
    "sandbox-lose,             UNKNOWN,  RECEIVED, ''",
    "sandbox-silent,           UNKNOWN,  UNKNOWN,  ''",
    "sandbox-twice,            RECEIVED, RECEIVED, ''",
    "sandbox-contradict,       RECEIVED, RECEIVED, DENIED_AFTER_ACCEPTED",
    "sandbox-deny-later,       RECEIVED, RECEIVED, DENIED_AFTER_ACCEPTED",
    "sandbox-accept-later,     DECLINED, DECLINED, ACCEPTED_AFTER_DENIED",
    "sandbox-more,             UNKNOWN,  UNKNOWN,  OTHER_AMOUNT",
    "sandbox-less,             UNKNOWN,  UNKNOWN,  OTHER_AMOUNT",
    "sandbox-other-receipt,    RECEIVED, RECEIVED, OTHER_RECEIPT",
    "sandbox-invent,           RECEIVED, RECEIVED, NOBODY_STARTED",
    "sandbox-forget,           RECEIVED, RECEIVED, UNKNOWN_TO_PROVIDER",
  })
  void whatever_the_provider_does_only_what_was_asked_and_confirmed_is_recorded_once(
      String reference, String atOnce, String reconciled, String discrepancy) {
    // Given
    AccountNumber account = account();
    Payment payment = started(account, reference);

    // When
    String afterAsking = bean(Payments.class).ask(payment.id()).state().word();
    bean(Payments.class).reconcile();
    bean(Payments.class).reconcile();

    // Then
    assertThat(afterAsking).isEqualTo(atOnce);
    assertThat(found(payment).state().word()).isEqualTo(reconciled);
    assertThat(balances(account).money())
        .isEqualTo(reconciled.equals("RECEIVED") ? HUNDRED : Money.ZERO);
    assertThat(discrepanciesOf(payment))
        .extracting(each -> each.kind().name())
        .isEqualTo(discrepancy.isEmpty() ? List.of() : List.of(discrepancy));
  }

  @Test
  void one_receipt_brings_in_one_payment() {
    // Given
    AccountNumber account = account();
    Payment first = started(account, "sandbox-same-receipt");
    Payment second = started(account, "sandbox-same-receipt");

    // When
    bean(Payments.class).ask(first.id());
    bean(Payments.class).ask(second.id());
    bean(Payments.class).reconcile();

    // Then
    assertThat(balances(account).money()).isEqualTo(HUNDRED);
    assertThat(found(first).state()).isInstanceOf(Payment.Received.class);
    assertThat(found(second).state()).isInstanceOf(Payment.Unknown.class);
    assertThat(discrepanciesOf(second))
        .extracting(Discrepancy::kind)
        .containsExactly(Discrepancy.Kind.RECEIPT_OF_ANOTHER);
  }

  @Test
  void a_payment_that_was_started_before_a_crash_is_asked_for_by_reconciliation() {
    // Given
    AccountNumber account = account();
    Payment payment = started(account, "");

    // When
    bean(Payments.class).reconcile();

    // Then
    assertThat(found(payment).state()).isInstanceOf(Payment.Received.class);
    assertThat(balances(account).money()).isEqualTo(HUNDRED);
  }

  @Test
  void whatever_text_a_provider_sends_for_an_id_it_is_listed_and_moves_nothing() {
    // Given
    String id = "nobody-" + ++count + "\u0000\ud800" + "x".repeat(300);

    // When
    bean(Payments.class).answered(id, new Accepted(HUNDRED, "\u0000"));
    bean(Payments.class).answered(id, new Accepted(HUNDRED, "\u0000"));

    // Then
    assertThat(bean(Discrepancies.class).list(true, "", 1_000))
        .filteredOn(each -> each.payment().startsWith("nobody-" + count + "??xxx"))
        .singleElement()
        .satisfies(each -> assertThat(each.kind()).isEqualTo(Discrepancy.Kind.NOBODY_STARTED));
  }

  @Test
  void sixteen_answers_at_once_bring_the_money_in_once() {
    // Given
    AccountNumber account = account();
    Payment payment = started(account, "sandbox-silent");

    // When
    atOnce(
        () -> {
          bean(Payments.class)
              .answered(payment.id().value(), new Accepted(HUNDRED, "BANK-" + account));
          return true;
        });

    // Then
    assertThat(balances(account).money()).isEqualTo(HUNDRED);
    assertThat(discrepanciesOf(payment)).isEmpty();
  }

  @Test
  void a_settlement_takes_credits_then_money_and_a_payment_for_the_rest() {
    // Given: charges of before 1 June 2023 are payable from that day
    AccountNumber account = account();
    earn(account, "2023-03-01", "10");
    earn(account, "2023-04-01", "-40");
    clock.moveTo(LocalDate.parse("2023-06-01"));

    // When
    var result =
        done(
            bean(Settling.class)
                .settle(OLIVE, account, new Settling.Wish(List.of(), Grams.of("4"), true)));
    bean(Payments.class).ask(result.payment().orElseThrow().id());

    // Then
    assertThat(result.settled().creditsUsed()).isEqualTo(Grams.of("4"));
    assertThat(result.payment().orElseThrow().order().amount()).isEqualTo(new Money(64_800));
    assertThat(balances(account).owed()).isEqualTo(Money.ZERO);
    assertThat(balances(account).money()).isEqualTo(Money.ZERO);
    assertThat(balances(account).credits()).isEqualTo(Grams.of("6"));
  }

  @Test
  void money_for_a_charge_that_was_settled_meanwhile_stays_and_is_paid_back() {
    // Given
    AccountNumber account = account();
    earn(account, "2023-04-01", "-40");
    clock.moveTo(LocalDate.parse("2023-06-01"));
    var wish = new Settling.Wish(List.of(), Grams.ZERO, true);
    Payment payment =
        done(bean(Settling.class).settle(OLIVE, account, wish)).payment().orElseThrow();
    ChargeId charge = balances(account).charges().getFirst().charge().id();
    done(
        bean(Collected.class)
            .record(
                AROHA,
                new PaymentOrder(account, new Money(72_000), "CHARGES", ""),
                "BANK-" + account,
                List.of(charge)));

    // When
    bean(Payments.class).ask(payment.id());
    var tooMuch = bean(Refunds.class).payBack(AROHA, account, new Money(72_001), "not used");
    done(bean(Refunds.class).payBack(AROHA, account, new Money(72_000), "not used"));

    // Then
    assertThat(found(payment).state())
        .isInstanceOfSatisfying(
            Payment.Received.class,
            received -> assertThat(received.leftUndone()).contains("settled meanwhile"));
    assertThat(codes(tooMuch)).containsExactly("money-needed");
    assertThat(balances(account).money()).isEqualTo(Money.ZERO);
    assertThat(balances(account).owed()).isEqualTo(Money.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DIRECT_DEBIT", "CHARGES"})
  void what_the_bank_collected_is_not_looked_for_on_the_providers_statements(String purpose) {
    // Given
    AccountNumber account = account();
    Payment collected =
        done(
            bean(Collected.class)
                .record(
                    AROHA,
                    new PaymentOrder(account, HUNDRED, purpose, ""),
                    "BANK-" + account,
                    List.of()));

    // When
    bean(Payments.class).reconcile();
    clock.moveTo(LocalDate.parse("2026-03-03"));
    bean(Payments.class).reconcile();

    // Then
    assertThat(discrepanciesOf(collected)).isEmpty();
    assertThat(balances(account).money()).isEqualTo(HUNDRED);
  }

  @Test
  void a_charge_has_one_open_payment() {
    // Given
    AccountNumber account = account();
    earn(account, "2023-04-01", "-40");
    earn(account, "2023-04-02", "-10");
    clock.moveTo(LocalDate.parse("2023-06-01"));
    ChargeId one = balances(account).charges().getFirst().charge().id();
    var wish = new Settling.Wish(List.of(one), Grams.ZERO, true);
    Payment payment =
        done(bean(Settling.class).settle(OLIVE, account, wish)).payment().orElseThrow();

    // When
    var again = bean(Settling.class).settle(OLIVE, account, wish);
    Payment other = started(account, Grams.ZERO);
    var all =
        bean(Settling.class).settle(OLIVE, account, new Settling.Wish(List.of(), Grams.ZERO, true));
    bean(Payments.class).ask(payment.id());
    bean(Payments.class).ask(other.id());

    // Then
    assertThat(codes(again)).containsExactly("payment-pending");
    assertThat(codes(all)).containsExactly("payment-pending");
    assertThat(payment.order().amount()).isEqualTo(new Money(72_000));
    assertThat(other.order().amount()).isEqualTo(new Money(18_000));
    assertThat(balances(account).owed()).isEqualTo(Money.ZERO);
    assertThat(balances(account).money()).isEqualTo(Money.ZERO);
  }

  @Test
  void what_a_payment_is_under_way_for_is_not_debited_too() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, "145.5");
    clock.moveTo(LocalDate.parse("2026-01-05"));
    done(bean(FleetYears.class).settle(account, 2025));
    clock.moveTo(LocalDate.parse("2026-04-02"));
    Payment payment = started(account, Grams.ZERO);

    // When
    var meanwhile = debits(account, "2026-04-02");
    bean(Payments.class).answered(payment.id().value(), new ProviderAnswer.Declined("No."));
    var afterwards = debits(account, "2026-04-02");

    // Then
    assertThat(meanwhile).isEmpty();
    assertThat(afterwards).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW,  USED, 100, 100, 200, 0",
    "USED, NEW,  101, 100, 50,  1",
    "USED, USED, 7,   7,   7,   0",
  })
  void credits_move_in_whole_sets_and_odd_ones_stay(
      VehicleCondition from,
      VehicleCondition to,
      String offered,
      String moved,
      String received,
      String kept) {
    // Given
    AccountNumber giving = account(OLIVE, from, Scheme.PAYG);
    AccountNumber receiving = account(PAUL, to, Scheme.PAYG);
    earn(giving, "2025-05-01", "17.5");
    earn(giving, "2025-06-01", "90.5");
    clock.moveTo(LocalDate.parse("2026-03-02"));
    var offer = done(bean(Transfers.class).offer(OLIVE, giving, receiving, Grams.of(offered)));

    // When
    Transfer agreed = done(bean(Transfers.class).agree(PAUL, offer.id()));

    // Then
    assertThat(agreed.state())
        .isInstanceOfSatisfying(
            Transfer.Agreed.class,
            state -> {
              assertThat(state.terms().moved()).isEqualTo(Grams.of(moved));
              assertThat(state.terms().received()).isEqualTo(Grams.of(received));
              assertThat(state.terms().kept()).isEqualTo(Grams.of(kept));
            });
    assertThat(balances(giving).credits())
        .isEqualTo(Grams.ofTenths(1_080 - Grams.of(moved).tenths()));
    assertThat(balances(receiving).credits()).isEqualTo(Grams.of(received));
    assertThat(balances(receiving).lots())
        .extracting(Lot::earnedOn)
        .first()
        .isEqualTo(LocalDate.parse("2025-05-01"));
  }

  @Test
  void sixteen_people_who_agree_at_once_move_the_credits_once() {
    // Given
    AccountNumber giving = account();
    AccountNumber receiving = account(PAUL, VehicleCondition.USED, Scheme.PAYG);
    earn(giving, "2026-03-01", "250");
    var offer = done(bean(Transfers.class).offer(OLIVE, giving, receiving, Grams.of("100")));

    // When
    List<Attempt<Transfer>> answers = atOnce(() -> bean(Transfers.class).agree(PAUL, offer.id()));

    // Then
    assertThat(answers).allMatch(each -> each instanceof Attempt.Done<Transfer>);
    assertThat(balances(giving).credits()).isEqualTo(Grams.of("150"));
    assertThat(balances(receiving).credits()).isEqualTo(Grams.of("100"));
  }

  @Test
  void an_offer_needs_the_other_holders_word() {
    // Given
    AccountNumber giving = account();
    AccountNumber receiving = account(PAUL, VehicleCondition.USED, Scheme.PAYG);
    earn(giving, "2026-03-01", "10");
    var offer = done(bean(Transfers.class).offer(OLIVE, giving, receiving, Grams.of("4")));

    // When
    var byGiver = bean(Transfers.class).agree(OLIVE, offer.id());
    var declined = done(bean(Transfers.class).end(PAUL, offer.id()));
    var late = bean(Transfers.class).agree(PAUL, offer.id());

    // Then
    assertThat(codes(byGiver)).containsExactly("no-such-account");
    assertThat(declined.state()).isInstanceOf(Transfer.Declined.class);
    assertThat(codes(late)).containsExactly("transfer-over");
    assertThat(balances(receiving).credits()).isEqualTo(Grams.ZERO);
  }

  @Test
  void what_a_transfer_would_be_refused_for_is_told_with_its_reason() {
    // Given
    AccountNumber giving = account();
    AccountNumber receiving = account(PAUL, VehicleCondition.USED, Scheme.PAYG);
    AccountNumber unverified = open(PAUL, ATestAccount.payAsYouGo("CO2-%04d".formatted(++count)));
    earn(giving, "2026-03-01", "10");

    // Then
    assertThat(codes(bean(Transfers.class).offer(OLIVE, giving, unverified, Grams.of("4"))))
        .containsExactly("to-account-not-verified");
    assertThat(codes(bean(Transfers.class).offer(OLIVE, giving, receiving, Grams.of("4.5"))))
        .containsExactly("whole-credits");
    assertThat(codes(bean(Transfers.class).offer(OLIVE, giving, receiving, Grams.of("11"))))
        .containsExactly("credits-needed");
    assertThat(codes(bean(Transfers.class).offer(OLIVE, giving, giving, Grams.of("1"))))
        .containsExactly("same-account");
  }

  private AccountNumber fleet(VehicleCondition condition, String... co2) {
    AccountNumber account = account(OLIVE, condition, Scheme.FLEET_AVERAGE);
    clock.moveTo(LocalDate.parse("2025-06-01"));
    for (String each : co2) {
      accept(
          Vehicles.inFleet(
              account, account + "-" + ++count, LocalDate.parse("2025-06-01"), "105", each));
    }
    return account;
  }

  private FleetStatement statement(AccountNumber account, int year) {
    return done(bean(FleetYears.class).statement(OLIVE, account, year));
  }

  @ParameterizedTest
  @CsvSource({"NEW, 891000", "USED, 445500"})
  void a_fleets_charge_is_its_excess_times_its_vehicles_times_the_rate(
      VehicleCondition condition, long cents) {
    // Given: two vehicles, 171 on average against 105 g (domain.md, P2)
    AccountNumber account = fleet(condition, "161", "181");

    // When
    FleetStatement running = statement(account, 2025);
    clock.moveTo(LocalDate.parse("2026-01-05"));
    FleetStatement ended = statement(account, 2025);
    boolean wasSettled = bean(LedgerStore.class).isFleetSettled(account, 2025);
    var settled = done(bean(FleetYears.class).settleAll(2025, new EachAlone()));
    var again = done(bean(FleetYears.class).settleAll(2025, new EachAlone()));

    // Then
    assertThat(running.standing()).isInstanceOf(FleetStatement.Indicative.class);
    assertThat(running.result().charge()).isEqualTo(new Money(cents));
    assertThat(running.fleet().excess()).isEqualByComparingTo("66");
    assertThat(ended.standing()).isInstanceOf(FleetStatement.Ended.class);
    assertThat(settled).contains(account);
    assertThat(again).isEmpty();
    assertThat(wasSettled).isFalse();
    assertThat(bean(LedgerStore.class).isFleetSettled(account, 2025)).isTrue();
    assertThat(statement(account, 2025).standing())
        .isEqualTo(new FleetStatement.Settled(LocalDate.parse("2026-01-05"), new Money(cents)));
    assertThat(balances(account).fleets()).isEmpty();
    assertThat(balances(account).charges())
        .singleElement()
        .satisfies(
            owed -> assertThat(owed.charge().dueOn()).isEqualTo(LocalDate.parse("2026-03-31")));
  }

  @Test
  void a_fleet_that_cannot_be_settled_stops_no_other() {
    // Given
    AccountNumber broken = fleet(VehicleCondition.NEW, "161");
    AccountNumber whole = fleet(VehicleCondition.NEW, "161");
    clock.moveTo(LocalDate.parse("2026-01-05"));
    breaks(broken);
    var each = new EachAlone();

    // When
    var first = done(bean(FleetYears.class).settleAll(2025, each));
    mends(broken);
    var second = done(bean(FleetYears.class).settleAll(2025, new EachAlone()));

    // Then
    assertThat(each.failed())
        .extracting(EachAlone.Failed::what)
        .containsExactly("account " + broken + " in 2025");
    assertThat(first).contains(whole).doesNotContain(broken);
    assertThat(second).containsExactly(broken);
  }

  @Test
  void a_fleet_of_three_owes_what_its_sum_of_differences_owes_to_the_cent() {
    // Given: 0.1 g above target in all is 3.375 dollars, half a cent up
    AccountNumber account = fleet(VehicleCondition.USED, "105", "105", "105.1");

    // When
    FleetStatement statement = statement(account, 2025);

    // Then
    assertThat(statement.result().charge()).isEqualTo(new Money(338));
  }

  @Test
  void a_fleet_below_its_target_earns_credits_on_the_years_last_day() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, "0", "100.5");
    clock.moveTo(LocalDate.parse("2026-02-20"));

    // When
    done(bean(FleetYears.class).settle(account, 2025));
    FleetStatement again = done(bean(FleetYears.class).settle(account, 2025));

    // Then
    assertThat(again.result().credits()).isEqualTo(Grams.of("109.5"));
    assertThat(balances(account).lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.earnedOn()).isEqualTo(LocalDate.parse("2025-12-31"));
              assertThat(lot.grams()).isEqualTo(Grams.of("109.5"));
            });
  }

  @Test
  void a_deferred_charge_is_the_next_years_also_where_that_has_no_vehicles() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, "145.5");
    clock.moveTo(LocalDate.parse("2026-03-31"));

    // When
    FleetStatement deferred = done(bean(FleetYears.class).defer(OLIVE, account, 2025));
    FleetStatement again = done(bean(FleetYears.class).defer(OLIVE, account, 2025));
    clock.moveTo(LocalDate.parse("2027-01-04"));
    FleetStatement next = done(bean(FleetYears.class).settle(account, 2026));

    // Then: 40.5 g at 67.50 were owed, and at 15.00 of the next year are
    assertThat(deferred.result().charge()).isEqualTo(new Money(273_375));
    assertThat(deferred.standing())
        .isEqualTo(new FleetStatement.Deferred(LocalDate.parse("2026-03-31"), Grams.of("40.5")));
    assertThat(again).isEqualTo(deferred);
    assertThat(next.fleet().vehicles()).isZero();
    assertThat(next.fleet().carriedOver()).isEqualTo(Grams.of("40.5"));
    assertThat(next.result().charge()).isEqualTo(new Money(60_750));
    assertThat(balances(account).owed()).isEqualTo(new Money(60_750));
  }

  @ParameterizedTest
  @CsvSource({
    "NEW,  2025-12-31, year-not-over",
    "NEW,  2026-04-01, due-day-passed",
    "USED, 2026-03-01, may-not-defer",
  })
  void a_charge_is_deferred_between_the_years_end_and_the_due_day_where_the_table_lets_it(
      VehicleCondition condition, String day, String code) {
    // Given
    AccountNumber account = fleet(condition, "145.5");
    clock.moveTo(LocalDate.parse(day));

    // When
    var attempt = bean(FleetYears.class).defer(OLIVE, account, 2025);

    // Then
    assertThat(codes(attempt)).containsExactly(code);
  }

  @Test
  void what_is_owed_after_the_due_day_is_debited_until_it_is_collected() {
    // Given
    AccountNumber account = fleet(VehicleCondition.NEW, "145.5");
    clock.moveTo(LocalDate.parse("2026-01-05"));
    done(bean(FleetYears.class).settle(account, 2025));

    // When
    clock.moveTo(LocalDate.parse("2026-03-31"));
    var onDueDay = debits(account, "2026-03-31");
    clock.moveTo(LocalDate.parse("2026-04-02"));
    var first = debits(account, "2026-04-01");
    var later = debits(account, "2026-04-02");
    var collected =
        done(
            bean(Collected.class)
                .record(
                    AROHA,
                    new PaymentOrder(account, new Money(273_375), "DIRECT_DEBIT", ""),
                    "BANK-" + account,
                    List.of(ChargeId.ofFleet(account, 2025))));

    // Then
    assertThat(onDueDay).isEmpty();
    assertThat(first)
        .singleElement()
        .satisfies(
            debit -> {
              assertThat(debit.reference()).isEqualTo("DD-" + account + "-2025");
              assertThat(debit.amount()).isEqualTo(new Money(273_375));
              assertThat(debit.isInEarlierFile()).isFalse();
            });
    assertThat(later)
        .singleElement()
        .satisfies(debit -> assertThat(debit.isInEarlierFile()).isTrue());
    assertThat(collected.state()).isInstanceOf(Payment.Received.class);
    assertThat(debits(account, "2026-04-02")).isEmpty();
    assertThat(balances(account).owed()).isEqualTo(Money.ZERO);
  }

  private List<DirectDebit> debits(AccountNumber account, String day) {
    return done(bean(DirectDebits.class).file(LocalDate.parse(day))).stream()
        .filter(debit -> debit.account().equals(account))
        .toList();
  }
}
