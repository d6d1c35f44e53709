package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Month;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.Holdings;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;

/** What accounts hold and owe, as the ledger has it. */
@Singleton
final class LedgerHoldings implements Holdings {

  private final AccountBook accounts;
  private final Ledger ledger;
  private final LedgerRules rules;
  private final Credits credits;

  LedgerHoldings(AccountBook accounts, Ledger ledger, LedgerRules rules, Credits credits) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.rules = rules;
    this.credits = credits;
  }

  @Override
  public Left left(AccountNumber account) {
    Balances balances = ledger.balances(account);
    Money fleets =
        accounts.find(account).map(found -> owedByFleets(found, balances)).orElse(Money.ZERO);
    return new Left(balances.owed().plus(fleets), balances.credits(), balances.money());
  }

  /** What fleets above their targets would owe if their years ended as they stand. */
  private Money owedByFleets(Account account, Balances balances) {
    return balances.fleets().entrySet().stream()
        .filter(fleet -> fleet.getValue().compareTo(Grams.ZERO) < 0)
        .map(
            fleet ->
                rules.costOf(
                    Scheme.FLEET_AVERAGE,
                    account.condition(),
                    LocalDate.of(fleet.getKey(), Month.DECEMBER, Month.DECEMBER.maxLength()),
                    -fleet.getValue().tenths()))
        .reduce(Money.ZERO, Money::plus);
  }

  @Override
  public void giveUpCredits(AccountNumber account, LocalDate day) {
    credits.giveUp(account, day);
  }
}
