package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.EachAlone;
import nz.cleancar.work.Refusal;

/** Credits that change hands, come to the end of their life, or are given up. */
@Singleton
public final class Credits {

  private final AllOrNothing work;
  private final Sheets sheets;
  private final LedgerStore store;
  private final LedgerRules rules;

  Credits(AllOrNothing work, Sheets sheets, LedgerStore store, LedgerRules rules) {
    this.work = work;
    this.sheets = sheets;
    this.store = store;
    this.rules = rules;
  }

  /**
   * Credits that go from one account to another.
   *
   * @param id the transfer's id
   * @param from who gives
   * @param to who receives, another account
   * @param given how many leave
   * @param received how many arrive; another number where they are converted (Land Transport Act
   *     1998, ss 180 and 184)
   */
  public record Transfer(
      String id, AccountNumber from, AccountNumber to, Grams given, Grams received) {

    public Transfer {
      if (from.equals(to) || given.tenths() <= 0 || received.tenths() <= 0) {
        throw new IllegalArgumentException("A transfer moves credits to another account.");
      }
    }
  }

  /**
   * Moves credits; each keeps the day that it was earned. Both accounts are locked by whoever asks,
   * in the same work.
   *
   * @return refused with {@code already-transferred} where this transfer is in the ledger, and with
   *     {@code credits-needed} where the giver has too few that have not expired; then nothing was
   *     written
   */
  public Attempt<Transfer> transfer(Transfer transfer) {
    return work.run(
        () -> {
          if (store.isRecorded(Entry.Kind.CREDITS_TRANSFERRED, transfer.id())) {
            return Attempt.<Transfer>refused(
                Refusal.refused(
                    "already-transferred",
                    "Transfer " + transfer.id() + " is in the ledger; it is made once."));
          }
          Sheet sheet = sheets.of(transfer.from());
          long given = transfer.given().tenths();
          if (sheet.heldTenths() < given) {
            return Attempt.<Transfer>refused(
                Refusal.refused(
                    "credits-needed",
                    "Account %s has %s credits; %s are needed."
                        .formatted(
                            transfer.from(),
                            Grams.ofTenths(sheet.heldTenths()),
                            transfer.given())));
          }
          sheet.add(
              Entry.Kind.CREDITS_TRANSFERRED,
              transfer.id(),
              transfer.id(),
              postings(transfer, sheet.take(given)));
          store.write(sheet.writing());
          return Attempt.done(transfer);
        });
  }

  /**
   * What arrives is shared over the lots so that the sums up to each are right, and so the whole.
   */
  private static List<Posting> postings(Transfer transfer, Map<LocalDate, Long> taken) {
    var postings = new ArrayList<Posting>();
    long given = transfer.given().tenths();
    long received = transfer.received().tenths();
    long leftSoFar = 0;
    long arrivedSoFar = 0;
    for (var lot : taken.entrySet()) {
      String day = lot.getKey().toString();
      postings.add(Posting.to(transfer.from(), Book.CREDITS, day, -lot.getValue()));
      leftSoFar += lot.getValue();
      long arrived = share(leftSoFar, received, given) - arrivedSoFar;
      if (arrived != 0) {
        postings.add(Posting.to(transfer.to(), Book.CREDITS, day, arrived));
      }
      arrivedSoFar += arrived;
    }
    if (given != received) {
      postings.add(Posting.toAgency(Book.CONVERTED, given - received));
    }
    return postings;
  }

  private static long share(long part, long received, long given) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(received))
        .divide(BigInteger.valueOf(given))
        .longValueExact();
  }

  /**
   * Records the end of all credits whose last day was before the day, each account's in work of its
   * own; repeating it changes nothing.
   *
   * @param each names the accounts whose credits could not be ended
   * @return how many were ended
   */
  public Grams expire(LocalDate day, EachAlone each) {
    long tenths = 0;
    for (LocalDate earnedOn : store.lotDays()) {
      boolean isOver =
          each.attempt("credits of " + earnedOn, () -> rules.expiresOn(earnedOn, day).isBefore(day))
              .orElse(false);
      if (isOver) {
        for (AccountNumber account : store.holdersOf(earnedOn)) {
          tenths +=
              each.attempt(
                      "account " + account, () -> work.run(() -> expire(account, earnedOn, day)))
                  .orElse(0L);
        }
      }
    }
    return Grams.ofTenths(tenths);
  }

  /** Records the end of an account's credits whose last day was before the day. */
  Grams expire(AccountNumber account, LocalDate day) {
    return work.run(
        () -> {
          long tenths = 0;
          for (LocalDate earnedOn : lotDays(account)) {
            if (rules.expiresOn(earnedOn, day).isBefore(day)) {
              tenths += expire(account, earnedOn, day);
            }
          }
          return Grams.ofTenths(tenths);
        });
  }

  private List<LocalDate> lotDays(AccountNumber account) {
    return store.balances(account).stream()
        .filter(balance -> balance.book() == Book.CREDITS)
        .map(lot -> LocalDate.parse(lot.lot()))
        .toList();
  }

  private long expire(AccountNumber account, LocalDate earnedOn, LocalDate day) {
    sheets.lock(account);
    return end(
        account,
        Entry.Kind.CREDITS_EXPIRED,
        Book.EXPIRED,
        store.balances(account).stream()
            .filter(balance -> balance.lot().equals(earnedOn.toString()))
            .toList(),
        account + "/" + earnedOn + "/" + day);
  }

  /** Gives up all credits of an account, as when it is closed; those that expired too. */
  Grams giveUp(AccountNumber account, LocalDate day) {
    return work.run(
        () ->
            Grams.ofTenths(
                end(
                    account,
                    Entry.Kind.CREDITS_DELETED,
                    Book.DELETED,
                    store.balances(account),
                    account + "/" + day)));
  }

  private long end(
      AccountNumber account, Entry.Kind kind, Book end, List<Balance> balances, String reference) {
    List<Posting> out =
        balances.stream()
            .filter(balance -> balance.book() == Book.CREDITS)
            .map(lot -> Posting.to(account, Book.CREDITS, lot.lot(), -lot.amount()))
            .toList();
    if (out.isEmpty()) {
      return 0;
    }
    long tenths = -out.stream().mapToLong(Posting::amount).sum();
    var postings = new ArrayList<>(out);
    postings.add(Posting.toAgency(end, tenths));
    store.write(Writing.of(sheets.entry(kind, account.value(), reference, postings)));
    return tenths;
  }
}
