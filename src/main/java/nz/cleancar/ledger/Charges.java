package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Charges that accounts owe, and their settling by credits and money. */
@Singleton
public final class Charges {

  private final AllOrNothing work;
  private final Sheets sheets;
  private final LedgerStore store;

  Charges(AllOrNothing work, Sheets sheets, LedgerStore store) {
    this.work = work;
    this.sheets = sheets;
    this.store = store;
  }

  /**
   * Settles charges of an account, those that are due first before others: each by credits as far
   * as they go, then by money where that reaches for all the rest of it. The account is locked by
   * whoever asks, in the same work.
   *
   * @param chosen the charges; none for all that are payable today
   * @return refused where a charge is not owed or not payable yet, and with {@code payment-needed}
   *     where neither credits nor money settle anything; then nothing was written
   */
  public Attempt<Settled> settle(AccountNumber account, List<ChargeId> chosen, Settlement how) {
    return work.run(
        () -> {
          Sheet sheet = sheets.of(account);
          return chosen(sheet, account, chosen)
              .then(
                  charges -> {
                    charges.forEach(charge -> settle(sheet, charge, how, false));
                    Settled settled = sheet.settled(charges);
                    if (sheet.writing().entries().isEmpty() && !charges.isEmpty()) {
                      return Attempt.<Settled>refused(
                          paymentNeeded(sheet.money().minus(settled.leftOwing())));
                    }
                    store.write(sheet.writing());
                    return Attempt.done(settled);
                  });
        });
  }

  /** What settling the charges whole would move, and the money that it would need. */
  public Attempt<Quote> quote(AccountNumber account, List<ChargeId> chosen, Settlement how) {
    return work.run(
        () -> {
          Sheet sheet = sheets.of(account);
          Money before = sheet.money();
          return chosen(sheet, account, chosen)
              .map(
                  charges -> {
                    charges.forEach(charge -> settle(sheet, charge, how, true));
                    return new Quote(sheet.settled(charges), before);
                  });
        });
  }

  private static void settle(Sheet sheet, ChargeId id, Settlement how, boolean evenIfShort) {
    sheet.offset(id, how);
    if (evenIfShort || sheet.charge(id).left().compareTo(sheet.money()) <= 0) {
      sheet.pay(id);
    }
  }

  private static Attempt<List<ChargeId>> chosen(
      Sheet sheet, AccountNumber account, List<ChargeId> chosen) {
    Set<ChargeId> wanted = new HashSet<>(chosen);
    List<Charge> found =
        sheet.charges().stream()
            .filter(
                charge ->
                    wanted.isEmpty()
                        ? charge.isPayableOn(sheet.day())
                        : wanted.contains(charge.id()))
            .toList();
    wanted.removeAll(found.stream().map(Charge::id).collect(Collectors.toSet()));
    if (!wanted.isEmpty()) {
      return Attempt.refused(
          wanted.stream()
              .map(
                  id ->
                      Refusal.unknown(
                          "charge-not-owed", "Account " + account + " owes no charge " + id + "."))
              .toList());
    }
    List<Refusal> early =
        found.stream()
            .filter(charge -> !charge.isPayableOn(sheet.day()))
            .map(
                charge ->
                    Refusal.refused(
                        "not-payable-yet",
                        "Charge " + charge.id() + " is payable from " + charge.payableOn() + "."))
            .toList();
    return early.isEmpty()
        ? Attempt.done(found.stream().map(Charge::id).toList())
        : Attempt.refused(early);
  }

  /** The refusal that money is missing: so much below zero. */
  static Refusal paymentNeeded(Money below) {
    return Refusal.refused(
        "payment-needed", "A payment of $" + Money.ZERO.minus(below) + " is needed first.");
  }
}
