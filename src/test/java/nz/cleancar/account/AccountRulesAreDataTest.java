package nz.cleancar.account;

import static nz.cleancar.account.AccountOffice.AROHA;
import static nz.cleancar.account.AccountOffice.OLIVE;
import static nz.cleancar.account.AccountOffice.codes;
import static nz.cleancar.account.AccountOffice.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeSet;
import nz.cleancar.account.Holdings.Left;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a state of an account allows changes with a cell, and without an edit of code. */
class AccountRulesAreDataTest {

  private static final String WHY = "For a test.";

  @TempDir private Path folder;

  @Test
  void a_changed_cell_changes_what_suspending_and_closing_say() {
    // Given
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.table("account-operations").change("C20", "yes");
    copy.table("suspension").change("B10", "yes");
    copy.table("suspension").change("C9", 1);
    copy.table("closing").change("G9", "yes");

    // When
    var shipped = AccountOffice.shipped();
    var changed = AccountOffice.under(ShippedPolicy.compiled(folder));

    // Then
    assertThat(codes(closeSuspended(shipped))).containsExactly("account-suspended");
    assertThat(done(closeSuspended(changed)).closed()).isPresent();

    assertThat(done(convict(shipped)).suspensions()).hasSize(1);
    assertThat(codes(convict(changed))).containsExactly("notice-needed");

    assertThat(done(suspendTwoYears(shipped)).suspensions()).hasSize(1);
    assertThat(codes(suspendTwoYears(changed))).containsExactly("suspension-too-long");

    assertThat(codes(closeOwing(shipped))).containsExactly("charges-unpaid");
    assertThat(done(closeOwing(changed)).statusOn(changed.today())).isEqualTo(AccountStatus.CLOSED);
  }

  private static Attempt<Account> closeSuspended(AccountOffice office) {
    var number = office.account();
    var today = office.today();
    done(
        office
            .suspending()
            .suspend(
                AROHA,
                number,
                new Suspension("NON_COMPLIANCE", today.minusDays(1), today, today),
                WHY));
    return office.closing().close(OLIVE, number, false, "");
  }

  private static Attempt<Account> convict(AccountOffice office) {
    LocalDate today = office.today();
    return office
        .suspending()
        .suspend(AROHA, office.account(), new Suspension("CONVICTION", today, today, today), WHY);
  }

  private static Attempt<Account> suspendTwoYears(AccountOffice office) {
    LocalDate today = office.today();
    return office
        .suspending()
        .suspend(
            AROHA,
            office.account(),
            new Suspension("NON_COMPLIANCE", today.minusDays(1), today, today.plusYears(2)),
            WHY);
  }

  private static Attempt<Account> closeOwing(AccountOffice office) {
    office.holdings().left = new Left(new Money(100), Grams.ZERO, Money.ZERO, new TreeSet<>());
    return office.closing().close(OLIVE, office.account(), false, "");
  }
}
