package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Money that accounts pay in and are paid back. */
@Singleton
public final class AccountMoney {

  private final AllOrNothing work;
  private final Sheets sheets;
  private final LedgerStore store;

  AccountMoney(AllOrNothing work, Sheets sheets, LedgerStore store) {
    this.work = work;
    this.sheets = sheets;
    this.store = store;
  }

  /**
   * A payment came in, and is the account's money until a charge uses it.
   *
   * @param amount more than nothing
   * @return refused with {@code already-received} where this payment is in the ledger
   */
  public Attempt<Money> receive(AccountNumber account, Money amount, String paymentId) {
    return work.run(
        () ->
            once(
                Entry.Kind.PAYMENT_RECEIVED,
                paymentId,
                Refusal.refused(
                    "already-received", "Payment " + paymentId + " was received before."),
                List.of(
                    Posting.to(account, Book.MONEY, "", amount.cents()),
                    Posting.toAgency(Book.RECEIVED, -amount.cents())),
                amount));
  }

  /**
   * Money of an account is paid back. The account is locked by whoever asks, in the same work.
   *
   * @param amount more than nothing
   * @return refused with {@code money-needed} where the account has less, and with {@code
   *     already-refunded} where this refund is in the ledger
   */
  public Attempt<Money> payBack(AccountNumber account, Money amount, String refundId) {
    return work.run(
        () -> {
          Money money = sheets.of(account).money();
          return money.compareTo(amount) < 0
              ? Attempt.refused(
                  Refusal.refused(
                      "money-needed",
                      "Account %s has $%s; $%s cannot be paid back."
                          .formatted(account, money, amount)))
              : once(
                  Entry.Kind.PAYMENT_REFUNDED,
                  refundId,
                  Refusal.refused("already-refunded", "Refund " + refundId + " was made before."),
                  List.of(
                      Posting.to(account, Book.MONEY, "", -amount.cents()),
                      Posting.toAgency(Book.REFUNDED, amount.cents())),
                  amount);
        });
  }

  private Attempt<Money> once(
      Entry.Kind kind, String id, Refusal before, List<Posting> postings, Money amount) {
    if (amount.cents() <= 0) {
      throw new IllegalArgumentException("A payment is of more than nothing.");
    }
    if (store.isRecorded(kind, id)) {
      return Attempt.refused(before);
    }
    store.write(Writing.of(sheets.entry(kind, id, id, postings)));
    return Attempt.done(amount);
  }
}
