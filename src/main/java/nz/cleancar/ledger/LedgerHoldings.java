package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.TreeSet;
import nz.cleancar.account.Holdings;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;

/** What accounts hold and owe, as the ledger has it. */
@Singleton
final class LedgerHoldings implements Holdings {

  private final Ledger ledger;
  private final Credits credits;

  LedgerHoldings(Ledger ledger, Credits credits) {
    this.ledger = ledger;
    this.credits = credits;
  }

  @Override
  public Left left(AccountNumber account) {
    Balances balances = ledger.balances(account);
    var fleets = new TreeSet<>(balances.fleets().keySet());
    fleets.removeIf(year -> Grams.ZERO.equals(balances.fleets().get(year)));
    return new Left(balances.owed(), balances.credits(), balances.money(), fleets);
  }

  @Override
  public void endExpiredCredits(AccountNumber account, LocalDate day) {
    var _ = credits.expire(account, day);
  }

  @Override
  public void giveUpCredits(AccountNumber account, LocalDate day) {
    var _ = credits.giveUp(account, day);
  }
}
