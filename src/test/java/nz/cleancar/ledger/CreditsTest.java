package nz.cleancar.ledger;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.ledger.Credits.Transfer;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.work.EachAlone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditsTest {

  private static final AccountNumber GIVER = new AccountNumber("CO2-1");
  private static final AccountNumber TAKER = new AccountNumber("CO2-2");

  private final ATestLedger test = ATestLedger.shipped();

  private void earned(String day, String grams) {
    test.on(day);
    done(
        test.acceptances()
            .accept(
                Vehicles.payAsYouGo(GIVER, "of " + day, LocalDate.parse(day), grams, "6"),
                Settlement.byMoneyAlone()));
  }

  private static Transfer transfer(String given, String received) {
    return new Transfer("t1", GIVER, TAKER, Grams.of(given), Grams.of(received));
  }

  private String lots(AccountNumber account) {
    return String.join(
        " ",
        test.ledger().balances(account).lots().stream()
            .map(lot -> lot.earnedOn() + ":" + lot.grams())
            .toList());
  }

  /** The last column is what the lots of 2023-02-01, 2024-02-01 and 2025-02-01 become. */
  @ParameterizedTest(name = "{0} given arrive as {1}")
  @CsvSource({
    "30, 60, 2023-02-01:20 2024-02-01:20 2025-02-01:20",
    "30, 15, 2023-02-01:5 2024-02-01:5 2025-02-01:5",
    "30, 30, 2023-02-01:10 2024-02-01:10 2025-02-01:10",
    "29, 29, 2023-02-01:10 2024-02-01:10 2025-02-01:9",
    "12, 6, 2023-02-01:5 2024-02-01:1",
    "30, 10, 2023-02-01:3.3 2024-02-01:3.3 2025-02-01:3.4",
    "30, 0.1, 2025-02-01:0.1"
  })
  void what_arrives_keeps_its_days_and_is_exact(String given, String received, String lots) {
    // Given
    earned("2023-02-01", "10");
    earned("2024-02-01", "10");
    earned("2025-02-01", "10");
    test.on("2026-01-10");

    // When
    done(test.credits().transfer(transfer(given, received)));

    // Then
    assertThat(lots(TAKER)).isEqualTo(lots);
    assertThat(test.ledger().balances(TAKER).credits()).isEqualTo(Grams.of(received));
    assertThat(test.ledger().balances(GIVER).credits())
        .isEqualTo(Grams.ofTenths(300 - Grams.of(given).tenths()));
  }

  @Test
  void more_than_there_is_cannot_be_given() {
    // Given
    earned("2025-02-01", "10");

    // When
    var attempt = test.credits().transfer(transfer("10.1", "10.1"));

    // Then
    assertThat(attempt.toString())
        .contains("credits-needed", "Account CO2-1 has 10 credits; 10.1 are needed.");
    assertThat(test.entries()).hasSize(1);
  }

  @Test
  void credits_are_used_through_the_day_that_they_expire_and_not_after_it() {
    // Given
    earned("2023-02-01", "10");

    // When
    test.on("2025-12-31");
    var before2026 = test.ledger().balances(GIVER).lots();
    test.on("2028-12-31");
    var lastDay = test.ledger().balances(GIVER).lots();
    test.on("2029-01-01");
    var after = test.ledger().balances(GIVER).lots();

    // Then
    assertThat(before2026).extracting(Lot::expiresOn).containsExactly(LocalDate.of(2026, 2, 1));
    assertThat(lastDay).extracting(Lot::expiresOn).containsExactly(LocalDate.of(2028, 12, 31));
    assertThat(after).isEmpty();
    assertThat(test.credits().transfer(transfer("1", "1")).toString()).contains("credits-needed");
  }

  @Test
  void credits_that_expired_are_ended_once() {
    // Given
    test.accounts().open(ATestAccount.payAsYouGo("CO2-1"));
    earned("2023-02-01", "10");
    earned("2025-03-01", "7.5");
    test.on("2029-01-01");

    // When
    Grams first = test.credits().expire(test.today(), new EachAlone());
    Grams again = test.credits().expire(test.today(), new EachAlone());

    // Then
    assertThat(first).isEqualTo(Grams.of("10"));
    assertThat(again).isEqualTo(Grams.ZERO);
    assertThat(lots(GIVER)).isEqualTo("2025-03-01:7.5");
    assertThat(test.entries().getLast().postings())
        .containsExactly(
            Posting.to(GIVER, Book.CREDITS, "2023-02-01", -100),
            Posting.toAgency(Book.EXPIRED, 100));
  }

  @Test
  void a_closing_account_gives_up_all_its_credits() {
    // Given
    earned("2023-02-01", "10");
    earned("2025-03-01", "7.5");

    // When
    Grams givenUp = test.credits().giveUp(GIVER, test.today());

    // Then
    assertThat(givenUp).isEqualTo(Grams.of("17.5"));
    assertThat(lots(GIVER)).isEmpty();
    assertThat(test.entries().getLast().postings()).contains(Posting.toAgency(Book.DELETED, 175));
  }

  @Test
  void a_closing_account_tells_credits_that_expired_from_those_it_gives_up() {
    // Given
    test.accounts().open(ATestAccount.payAsYouGo("CO2-1"));
    var holdings = new LedgerHoldings(test.ledger(), test.credits());
    earned("2023-02-01", "10");
    earned("2025-03-01", "7.5");
    test.on("2029-01-01");

    // When
    Grams left = holdings.left(GIVER).credits();
    holdings.endExpiredCredits(GIVER, test.today());
    holdings.giveUpCredits(GIVER, test.today());

    // Then
    assertThat(left).isEqualTo(Grams.of("7.5"));
    assertThat(test.entries().stream().flatMap(entry -> entry.postings().stream()))
        .contains(Posting.toAgency(Book.EXPIRED, 100), Posting.toAgency(Book.DELETED, 75))
        .doesNotContain(Posting.toAgency(Book.DELETED, 175));
    assertThat(lots(GIVER)).isEmpty();
  }
}
