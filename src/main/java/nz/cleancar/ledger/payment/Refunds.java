package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.account.Access;
import nz.cleancar.account.Permission;
import nz.cleancar.ledger.AccountMoney;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.UniqueIds;

/** Money of accounts that is not used and that the agency pays back. */
@Singleton
public final class Refunds {

  private final Access access;
  private final AccountMoney money;
  private final RefundBook book;
  private final AllOrNothing work;
  private final UniqueIds ids;
  private final NewZealand clock;

  Refunds(
      Access access,
      AccountMoney money,
      RefundBook book,
      AllOrNothing work,
      UniqueIds ids,
      NewZealand clock) {
    this.access = access;
    this.money = money;
    this.book = book;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records that the agency pays money back; how it reaches the holder is the agency's matter.
   *
   * @param amount more than nothing
   * @return refused where the account has less
   */
  public Attempt<Refund> payBack(
      Person person, AccountNumber account, Money amount, String reason) {
    return work.attempt(
        () -> {
          var now = clock.now();
          var refund = new Refund(ids.next(now), account, amount, reason, person.name(), now);
          return access
              .lockedByAgency(person, account)
              .then(_ -> money.payBack(account, amount, refund.id()))
              .map(
                  _ -> {
                    book.add(refund);
                    return refund;
                  });
        });
  }

  /** Refunds of an account, the newest first, before the id; an empty text begins. */
  public Attempt<List<Refund>> of(Person person, AccountNumber account, String beforeId, int most) {
    return access
        .found(person, account, Permission.VIEW_ACCOUNT)
        .map(found -> book.of(found.number(), beforeId, most));
  }
}
