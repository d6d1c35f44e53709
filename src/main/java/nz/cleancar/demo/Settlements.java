package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.Balances;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.Settling;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;

/**
 * How what was charged before charges became payable is settled: by those who have the credits on
 * the first day, by the others in the weeks that follow.
 */
@Singleton
final class Settlements {

  private static final double AT_ONCE_WITH_CREDITS = .5;
  private static final double AT_ONCE_WITH_MONEY = .02;
  private static final int LONGEST_WAIT = 60;

  private static final Settling.Wish ALL =
      new Settling.Wish(List.of(), Settlement.withAllCredits().mostCredits(), true);

  private final Ledger ledger;
  private final Settling settling;
  private final Payments payments;

  Settlements(Ledger ledger, Settling settling, Payments payments) {
    this.ledger = ledger;
    this.settling = settling;
    this.payments = payments;
  }

  /** What is settled on the working day. */
  void on(LocalDate day, LocalDate before, DemoPlan plan, Cast cast) {
    LocalDate goLive = DemoYear.goLive(plan);
    if (day.isBefore(goLive)) {
      return;
    }
    boolean isFirst = before.isBefore(goLive);
    for (Importer importer : cast.open()) {
      if (importer.sort().isFleet()) {
        continue;
      }
      var chance = Chance.of(plan, "settlement", importer.index());
      LocalDate later = goLive.plusDays(chance.between(1, LONGEST_WAIT));
      boolean isLater = later.isAfter(before) && !later.isAfter(day);
      if (isFirst ? settlesAtOnce(cast, importer, chance) : isLater) {
        settle(cast, importer);
      }
    }
  }

  private boolean settlesAtOnce(Cast cast, Importer importer, Chance chance) {
    Balances balances = ledger.balances(cast.number(importer));
    if (balances.owed().equals(Money.ZERO)) {
      return false;
    }
    boolean covered = needed(balances) <= balances.credits().tenths();
    return chance.happens(covered ? AT_ONCE_WITH_CREDITS : AT_ONCE_WITH_MONEY);
  }

  /** Credits that would settle all that is owed, in tenths. */
  static long needed(Balances balances) {
    return balances.charges().stream().map(each -> each.gramsLeft()).mapToLong(Grams::tenths).sum();
  }

  /** Settles all that is payable: by credits first, then by a payment. */
  void settle(Cast cast, Importer importer) {
    var result = settling.settle(importer.owner(), cast.number(importer), ALL);
    if (result instanceof Attempt.Done<Settling.Result>(Settling.Result done)) {
      pay(done.payment());
    }
  }

  /** Has the provider asked, once the work that started the payment is over. */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // what a result has, handed on
  void pay(Optional<Payment> started) {
    started.map(Payment::id).ifPresent(payments::ask);
  }
}
