package nz.cleancar.ledger.transfer;

import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.account.Access;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.Permission;
import nz.cleancar.ledger.transfer.Transfer.Agreed;
import nz.cleancar.ledger.transfer.Transfer.Declined;
import nz.cleancar.ledger.transfer.Transfer.Offered;
import nz.cleancar.ledger.transfer.Transfer.Withdrawn;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Transfers, for those who have a part in them. */
@Singleton
public final class TransferRecords {

  private final Access access;
  private final AccountBook accounts;
  private final TransferBook book;
  private final TransferRules rules;
  private final NewZealand clock;

  TransferRecords(
      Access access,
      AccountBook accounts,
      TransferBook book,
      TransferRules rules,
      NewZealand clock) {
    this.access = access;
    this.accounts = accounts;
    this.book = book;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A transfer, and what the policy says of it now.
   *
   * @param transfer the transfer
   * @param terms of an offer that stands, what agreeing now would bring; else what was agreed, or
   *     nothing
   */
  public record Shown(Transfer transfer, List<Terms> terms) {
    public Shown {
      terms = List.copyOf(terms);
    }
  }

  /** A transfer from or to an account, for somebody who may view the account. */
  public Attempt<Shown> find(Person person, AccountNumber number, TransferId id) {
    return access
        .found(person, number, Permission.VIEW_ACCOUNT)
        .then(
            account ->
                book.find(id)
                    .filter(each -> isOf(each, account.number()))
                    .map(transfer -> Attempt.done(shown(transfer)))
                    .orElseGet(() -> Attempt.refused(unknown(id))));
  }

  /** A transfer as it is shown. */
  public Shown shown(Transfer transfer) {
    return new Shown(
        transfer,
        switch (transfer.state()) {
          case Offered _ ->
              List.of(
                  rules.on(
                      clock.today(),
                      accounts.find(transfer.from()).orElseThrow(),
                      accounts.find(transfer.to()).orElseThrow(),
                      transfer.offered()));
          case Agreed(_, _, Terms terms) -> List.of(terms);
          case Declined _, Withdrawn _ -> List.of();
        });
  }

  /** Transfers from and to an account, the newest first, before the id; an empty text begins. */
  public Attempt<List<Transfer>> of(
      Person person, AccountNumber number, String beforeId, int most) {
    return access
        .found(person, number, Permission.VIEW_ACCOUNT)
        .map(account -> book.of(account.number(), beforeId, most));
  }

  private static boolean isOf(Transfer transfer, AccountNumber account) {
    return transfer.from().equals(account) || transfer.to().equals(account);
  }

  static Refusal unknown(TransferId id) {
    return Refusal.unknown(
        "no-such-transfer", "There is no transfer %s that you have a part in.".formatted(id));
  }
}
