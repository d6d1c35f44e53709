package nz.cleancar.account;

import static nz.cleancar.account.AccountOffice.MIKE;
import static nz.cleancar.account.AccountOffice.OLIVE;
import static nz.cleancar.account.AccountOffice.codes;
import static nz.cleancar.account.AccountOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nz.cleancar.account.Holdings.Left;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps an account open, and what becomes of what is left in it. */
class ClosingTest {

  private static final Grams CREDITS = Grams.of("12.5");

  private final AccountOffice office = AccountOffice.shipped();

  static Stream<Arguments> keepingItOpen() {
    return Stream.of(
        kept("charges-unpaid", office -> office.holdings().left = left(24_840, 0)),
        kept("payments-open", office -> office.openPayments().isThere = true),
        kept("fleet-unsettled", office -> office.holdings().left = left(0, 0, 2026)),
        kept("vehicles-waiting", office -> office.waitingVehicles().isThere = true),
        kept("money-left", office -> office.holdings().left = left(0, 1_000)));
  }

  private static Arguments kept(String code, Consumer<AccountOffice> by) {
    return Arguments.of(code, by);
  }

  private static Left left(long owed, long money, Integer... fleets) {
    return new Left(new Money(owed), Grams.ZERO, new Money(money), new TreeSet<>(List.of(fleets)));
  }

  @ParameterizedTest
  @MethodSource("keepingItOpen")
  void an_account_is_not_closed_over_what_is_not_finished(
      String code, Consumer<AccountOffice> left) {
    // Given
    var number = office.account();
    left.accept(office);

    // When
    var closed = office.closing().close(OLIVE, number, true, "");

    // Then
    assertThat(codes(closed)).containsExactly(code);
    assertThat(office.find(number).closed()).isEmpty();
    assertThat(office.events(number)).isEmpty();
  }

  @Test
  void what_keeps_an_account_open_is_told_with_its_figures() {
    // Given
    office.holdings().left =
        new Left(new Money(24_840), CREDITS, new Money(1_000), new TreeSet<>(List.of(2025, 2026)));

    // When
    var closed = office.closing().close(OLIVE, office.account(), true, "");

    // Then
    assertThat(closed)
        .isInstanceOfSatisfying(
            Attempt.Refused.class,
            refused ->
                assertThat(refused.toString())
                    .contains(
                        "The account owes charges; it can be closed once they are paid. In the"
                            + " account: $248.40 owed, fleet of 2025, 2026, $10.00 not used, 12.5"
                            + " credits."));
  }

  @Test
  void credits_go_with_an_account_on_an_explicit_yes_alone() {
    // Given
    var number = office.account();
    office.holdings().left = new Left(Money.ZERO, CREDITS, Money.ZERO, new TreeSet<>());

    // When
    var withoutAYes = office.closing().close(OLIVE, number, false, "");
    var closed = office.closing().close(OLIVE, number, true, "");

    // Then
    assertThat(codes(withoutAYes)).containsExactly("credits-left");
    assertThat(done(closed).statusOn(office.today())).isEqualTo(AccountStatus.CLOSED);
    assertThat(office.holdings().left.credits()).isEqualTo(Grams.ZERO);
    assertThat(office.events(number).getLast().detail()).isEqualTo("12.5 credits were deleted.");
  }

  @Test
  void who_may_not_transfer_credits_may_not_delete_them_either() {
    // Given
    var number = office.account(MIKE, Permission.EDIT_DETAILS);
    office.holdings().left = new Left(Money.ZERO, CREDITS, Money.ZERO, new TreeSet<>());

    // When
    var closed = office.closing().close(MIKE, number, true, "");

    // Then
    assertThat(codes(closed)).containsExactly("permission-missing");
    assertThat(office.holdings().left.credits()).isEqualTo(CREDITS);
  }

  @Test
  void credits_that_expired_need_no_yes_and_do_not_stay_behind() {
    // Given
    var number = office.account();
    office.holdings().expired = CREDITS;

    // When
    var closed = office.closing().close(OLIVE, number, false, "");

    // Then
    assertThat(done(closed).closed()).contains(office.today());
    assertThat(office.holdings().expired).isEqualTo(Grams.ZERO);
    assertThat(office.events(number).getLast().detail()).isEmpty();
  }
}
