package nz.cleancar.ledger;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;

/**
 * What an account holds and owes.
 *
 * @param lots its credits that may be used today, in the order in which they are used
 * @param charges its charges that are not settled, the one that is payable first before others
 * @param money what was paid in and not used yet
 * @param fleets what its fleet is below (above zero) or above (below zero) its target, by year that
 *     is not settled
 */
public record Balances(
    List<Lot> lots, List<OwedCharge> charges, Money money, SortedMap<Integer, Grams> fleets) {

  public Balances {
    lots = List.copyOf(lots);
    charges = List.copyOf(charges);
    fleets = Collections.unmodifiableSortedMap(new TreeMap<>(fleets));
  }

  /** All credits that may be used today. */
  public Grams credits() {
    return Grams.ofTenths(
        lots.stream().mapToLong(lot -> lot.grams().tenths()).reduce(0, Math::addExact));
  }

  /** All that is owed for charges. */
  public Money owed() {
    return charges.stream().map(OwedCharge::left).reduce(Money.ZERO, Money::plus);
  }
}
