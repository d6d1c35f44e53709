package nz.cleancar.ledger;

import static java.util.Comparator.comparing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nz.cleancar.ledger.LedgerStore.LinesAsked;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;

/** The ledger as it is read: what an account holds and owes, and how that came about. */
@Singleton
public final class Ledger {

  private final LedgerStore store;
  private final LedgerRules rules;
  private final NewZealand newZealand;

  Ledger(LedgerStore store, LedgerRules rules, NewZealand newZealand) {
    this.store = store;
    this.rules = rules;
    this.newZealand = newZealand;
  }

  /** What an account holds and owes now; nothing where the ledger has nothing of it. */
  public Balances balances(AccountNumber account) {
    return balances(account, newZealand.today());
  }

  Balances balances(AccountNumber account, LocalDate day) {
    var lots = new ArrayList<Lot>();
    var owed = new HashMap<String, Long>();
    var above = new HashMap<String, Long>();
    var fleets = new TreeMap<Integer, Grams>();
    long cents = 0;
    for (Balance balance : store.balances(account)) {
      switch (balance.book()) {
        case CREDITS -> lots.add(lot(LocalDate.parse(balance.lot()), day, balance.amount()));
        case OWED -> owed.put(balance.lot(), balance.amount());
        case ABOVE_TARGET -> above.put(balance.lot(), balance.amount());
        case MONEY -> cents = balance.amount();
        case FLEET -> fleets.put(Integer.valueOf(balance.lot()), Grams.ofTenths(balance.amount()));
        case EARNED,
            OFFSET,
            EXPIRED,
            DELETED,
            CONVERTED,
            LEVIED,
            CLEARED_BY_CREDITS,
            CLEARED_BY_MONEY,
            LEVIED_GRAMS,
            SETTLED_GRAMS,
            RECEIVED,
            REFUNDED,
            REVENUE,
            ACCRUED ->
            throw new IllegalStateException(balance.book() + " is no account's book.");
      }
    }
    lots.removeIf(lot -> lot.expiresOn().isBefore(day));
    lots.sort(comparing(Lot::expiresOn).thenComparing(Lot::earnedOn));
    return new Balances(lots, charges(account, owed, above), new Money(cents), fleets);
  }

  private Lot lot(LocalDate earnedOn, LocalDate day, long tenths) {
    return new Lot(earnedOn, rules.expiresOn(earnedOn, day), Grams.ofTenths(tenths));
  }

  private List<OwedCharge> charges(
      AccountNumber account, Map<String, Long> owed, Map<String, Long> above) {
    if (owed.isEmpty()) {
      return List.of();
    }
    return store.unsettled(account).stream()
        .map(
            charge ->
                new OwedCharge(
                    charge,
                    Grams.ofTenths(above.getOrDefault(charge.id().value(), 0L)),
                    new Money(owed.getOrDefault(charge.id().value(), 0L))))
        .sorted(
            comparing((OwedCharge each) -> each.charge().dueOn())
                .thenComparing(each -> each.charge().leviedOn())
                .thenComparing(each -> each.charge().id().value()))
        .toList();
  }

  /**
   * Reads the lines of an account's books from the one day to the other, in the order in which they
   * were recorded; however many they are, few are held at once.
   */
  public void lines(AccountNumber account, LocalDate from, LocalDate to, Consumer<Line> reader) {
    store.lines(account, from, to, reader);
  }

  /** The sum of each book of an account at the beginning of the day; none where it has no line. */
  public Map<Book, Long> sumsBefore(AccountNumber account, LocalDate day) {
    return store.sumsBefore(account, day);
  }

  /** A page of those lines. */
  public List<Line> page(LinesAsked asked) {
    return store.page(asked);
  }
}
