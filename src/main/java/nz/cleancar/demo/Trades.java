package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.ledger.Balances;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.ledger.transfer.Transfers;
import nz.cleancar.standard.Grams;

/** Credits that change hands between verified accounts, from whoever has some to spare. */
@Singleton
final class Trades {

  private static final double ON_FIRST_DAY = .019;
  private static final double ON_LATER_DAYS = .004;
  private static final DayOfWeek LATER_DAYS = DayOfWeek.TUESDAY;
  private static final int LARGEST = 1_400;
  private static final int SMALLEST = 100;
  private static final int TENTHS = 10;

  private final AccountBook accounts;
  private final Ledger ledger;
  private final Transfers transfers;

  Trades(AccountBook accounts, Ledger ledger, Transfers transfers) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.transfers = transfers;
  }

  /**
   * An account that may trade.
   *
   * @param free its credits less what it owes, in whole credits; below zero where it lacks some
   */
  private record Trader(Importer importer, long free) {}

  /** Transfers of the working day. */
  void on(LocalDate day, LocalDate before, DemoPlan plan, Cast cast) {
    LocalDate goLive = DemoYear.goLive(plan);
    boolean isFirst = before.isBefore(goLive) && !day.isBefore(goLive);
    if (day.isBefore(goLive) || !(isFirst || day.getDayOfWeek() == LATER_DAYS)) {
      return;
    }
    List<Trader> traders = traders(cast, day);
    var chance = Chance.of(plan, "trades", day.toEpochDay());
    int many = (int) Math.ceil(plan.accounts() * (isFirst ? ON_FIRST_DAY : ON_LATER_DAYS));
    var giving = sorted(traders, Comparator.comparingLong(Trader::free).reversed());
    var lacking = sorted(traders, Comparator.comparingLong(Trader::free));
    for (int i = 0; i < lacking.size() && many > 0; i++) {
      Trader to = lacking.get(i);
      for (int j = 0; j < giving.size() && to.free() < 0; j++) {
        Trader from = giving.get(j);
        if (from.free() > 0
            && from.importer().sort().condition() == to.importer().sort().condition()) {
          long wanted = chance.between(SMALLEST, LARGEST);
          long credits = Math.min(wanted, Math.min(from.free(), -to.free()));
          transfer(cast, from.importer(), to.importer(), credits);
          giving.set(j, new Trader(from.importer(), from.free() - credits));
          many--;
          break;
        }
      }
    }
  }

  private static List<Trader> sorted(List<Trader> traders, Comparator<Trader> order) {
    var sorted = new ArrayList<>(traders);
    sorted.sort(order.thenComparingInt(trader -> trader.importer().index()));
    return sorted;
  }

  private List<Trader> traders(Cast cast, LocalDate day) {
    var traders = new ArrayList<Trader>();
    for (Importer importer : cast.open()) {
      Account account = accounts.find(cast.number(importer)).orElseThrow();
      if (account.verified().isPresent() && account.suspensionOn(day).isEmpty()) {
        Balances balances = ledger.balances(account.number());
        long tenths = balances.credits().tenths() - Settlements.needed(balances);
        traders.add(new Trader(importer, Math.floorDiv(tenths, TENTHS)));
      }
    }
    return traders;
  }

  private void transfer(Cast cast, Importer from, Importer to, long credits) {
    Transfer offer =
        Offices.done(
            transfers.offer(
                from.owner(),
                cast.number(from),
                cast.number(to),
                new Grams(BigDecimal.valueOf(credits))));
    Offices.done(transfers.agree(to.owner(), offer.id()));
  }
}
