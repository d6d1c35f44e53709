package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import nz.cleancar.account.AccountBook;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.UniqueIds;

/** Where the sheet of an account comes from. */
@Singleton
final class Sheets {

  private final AccountBook accounts;
  private final Ledger ledger;
  private final LedgerRules rules;
  private final UniqueIds ids;
  private final NewZealand newZealand;

  Sheets(
      AccountBook accounts,
      Ledger ledger,
      LedgerRules rules,
      UniqueIds ids,
      NewZealand newZealand) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.rules = rules;
    this.ids = ids;
    this.newZealand = newZealand;
  }

  /** The books of an account as they stand now. */
  Sheet of(AccountNumber account) {
    Instant now = newZealand.now();
    return new Sheet(account, ledger.balances(account, NewZealand.dayOf(now)), now, rules, ids);
  }

  /** An entry of now. */
  Entry entry(Entry.Kind kind, String about, String reference, List<Posting> postings) {
    Instant now = newZealand.now();
    return new Entry(ids.next(now), kind, now, about, reference, postings);
  }

  /** Waits for the account and holds it until the work ends. */
  void lock(AccountNumber account) {
    var _ =
        accounts
            .lock(account)
            .orElseThrow(() -> new IllegalStateException("There is no account " + account + "."));
  }
}
