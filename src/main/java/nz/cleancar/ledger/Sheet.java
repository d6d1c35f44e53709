package nz.cleancar.ledger;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.UniqueIds;

/**
 * An account's books while something is done with them: as they stood, what is done, and what is
 * therefore to be written. Nothing is written by it.
 */
final class Sheet {

  private final AccountNumber account;
  private final Instant now;
  private final LedgerRules rules;
  private final UniqueIds ids;
  private final TreeMap<LotKey, Long> lots =
      new TreeMap<>(comparing(LotKey::expiresOn).thenComparing(LotKey::earnedOn));
  private final Map<ChargeId, OwedCharge> owed = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Charge> levied = new ArrayList<>();
  private final List<FleetVehicle> fleet = new ArrayList<>();
  private long cents;
  private long earnedTenths;
  private long usedTenths;
  private long paidCents;

  private record LotKey(LocalDate expiresOn, LocalDate earnedOn) {}

  Sheet(AccountNumber account, Balances balances, Instant now, LedgerRules rules, UniqueIds ids) {
    this.account = account;
    this.now = now;
    this.rules = rules;
    this.ids = ids;
    this.cents = balances.money().cents();
    balances
        .lots()
        .forEach(
            lot -> lots.put(new LotKey(lot.expiresOn(), lot.earnedOn()), lot.grams().tenths()));
    balances.charges().forEach(charge -> owed.put(charge.charge().id(), charge));
  }

  /** The New Zealand day that it is done on. */
  LocalDate day() {
    return NewZealand.dayOf(now);
  }

  /** Credits are earned today. */
  void earn(String about, long tenths) {
    add(
        Entry.Kind.CREDITS_EARNED,
        about,
        about,
        List.of(
            to(Book.CREDITS, day().toString(), tenths), Posting.toAgency(Book.EARNED, -tenths)));
    hold(day(), tenths);
    earnedTenths += tenths;
  }

  private void hold(LocalDate earnedOn, long tenths) {
    lots.merge(new LotKey(rules.expiresOn(earnedOn, day()), earnedOn), tenths, Math::addExact);
  }

  /** A charge is levied. */
  void levy(Charge charge) {
    var postings = new ArrayList<Posting>();
    String lot = charge.id().value();
    postings.add(to(Book.OWED, lot, charge.amount().cents()));
    postings.add(Posting.toAgency(Book.LEVIED, -charge.amount().cents()));
    if (charge.above().tenths() != 0) {
      postings.add(to(Book.ABOVE_TARGET, lot, charge.above().tenths()));
      postings.add(Posting.toAgency(Book.LEVIED_GRAMS, -charge.above().tenths()));
    }
    add(Entry.Kind.CHARGE_LEVIED, lot, lot, postings);
    levied.add(charge);
    owed.put(charge.id(), new OwedCharge(charge, charge.above(), charge.amount()));
  }

  /** A vehicle is taken into the fleet of the year. */
  void accrue(FleetVehicle vehicle) {
    long tenths = vehicle.difference().tenths();
    fleet.add(vehicle);
    if (tenths != 0) {
      add(
          Entry.Kind.FLEET_ACCRUED,
          vehicle.vehicleId(),
          vehicle.vehicleId(),
          List.of(
              to(Book.FLEET, Integer.toString(vehicle.year()), tenths),
              Posting.toAgency(Book.ACCRUED, -tenths)));
    }
  }

  /** Credits settle a charge one for one, as far as they go and the account wants. */
  void offset(ChargeId id, Settlement how) {
    OwedCharge charge = charge(id);
    long above = charge.gramsLeft().tenths();
    long available = Math.min(heldTenths(), how.mostCredits().tenths() - usedTenths);
    long used = available >= above ? above : rules.usable(available);
    if (used == 0) {
      return;
    }
    long tenthsLeft = above - used;
    Money left = tenthsLeft == 0 ? Money.ZERO : rules.costOf(charge.charge().basis(), tenthsLeft);
    var postings = new ArrayList<Posting>();
    take(used).forEach((day, tenths) -> postings.add(to(Book.CREDITS, day.toString(), -tenths)));
    postings.add(Posting.toAgency(Book.OFFSET, used));
    postings.add(to(Book.ABOVE_TARGET, id.value(), -used));
    postings.add(Posting.toAgency(Book.SETTLED_GRAMS, used));
    long cleared = charge.left().minus(left).cents();
    if (cleared != 0) {
      postings.add(to(Book.OWED, id.value(), -cleared));
      postings.add(Posting.toAgency(Book.CLEARED_BY_CREDITS, cleared));
    }
    add(Entry.Kind.CHARGE_OFFSET, id.value(), id + "/" + tenthsLeft, postings);
    usedTenths += used;
    keep(new OwedCharge(charge.charge(), Grams.ofTenths(tenthsLeft), left));
  }

  /** Takes credits, the ones that expire first before others; what it takes by the day earned. */
  Map<LocalDate, Long> take(long tenths) {
    var taken = new LinkedHashMap<LocalDate, Long>();
    long wanted = tenths;
    while (wanted > 0) {
      var first = lots.firstEntry();
      long part = Math.min(wanted, first.getValue());
      taken.put(first.getKey().earnedOn(), part);
      wanted -= part;
      lots.remove(first.getKey());
      if (part < first.getValue()) {
        lots.put(first.getKey(), first.getValue() - part);
      }
    }
    return taken;
  }

  /**
   * Money settles what is left of a charge, whether there is enough of it or not; grams that are
   * left and cost nothing are settled with it.
   */
  void pay(ChargeId id) {
    OwedCharge charge = charge(id);
    long left = charge.left().cents();
    long above = charge.gramsLeft().tenths();
    var postings = new ArrayList<Posting>();
    if (left != 0) {
      postings.add(to(Book.MONEY, "", -left));
      postings.add(Posting.toAgency(Book.REVENUE, left));
      postings.add(to(Book.OWED, id.value(), -left));
      postings.add(Posting.toAgency(Book.CLEARED_BY_MONEY, left));
    }
    if (above != 0) {
      postings.add(to(Book.ABOVE_TARGET, id.value(), -above));
      postings.add(Posting.toAgency(Book.SETTLED_GRAMS, above));
    }
    if (!postings.isEmpty()) {
      add(Entry.Kind.CHARGE_PAID, id.value(), id.value(), postings);
      cents -= left;
      paidCents += left;
      owed.put(id, new OwedCharge(charge.charge(), Grams.ZERO, Money.ZERO));
    }
  }

  /** A further entry, whose postings change nothing else that is asked of the sheet. */
  void add(Entry.Kind kind, String about, String reference, List<Posting> postings) {
    entries.add(new Entry(ids.next(now), kind, now, about, reference, postings));
  }

  private Posting to(Book book, String lot, long amount) {
    return Posting.to(account, book, lot, amount);
  }

  private void keep(OwedCharge charge) {
    owed.put(charge.charge().id(), charge);
  }

  /** What is left of a charge. */
  OwedCharge charge(ChargeId id) {
    return Objects.requireNonNull(owed.get(id), "the charge is not on the sheet");
  }

  /** The charges that are not settled, in the order in which they are due. */
  List<Charge> charges() {
    return owed.values().stream().map(OwedCharge::charge).toList();
  }

  /** The credits that it still holds, in tenths. */
  long heldTenths() {
    return lots.values().stream().reduce(0L, Math::addExact);
  }

  /** The money that it still has; below zero, what it is short of. */
  Money money() {
    return new Money(cents);
  }

  /** What was moved so far, with what is left owing of these charges. */
  Settled settled(List<ChargeId> charges) {
    return new Settled(
        Grams.ofTenths(earnedTenths),
        Grams.ofTenths(usedTenths),
        new Money(paidCents),
        charges.stream().map(id -> charge(id).left()).reduce(Money.ZERO, Money::plus));
  }

  /** What is to be written. */
  Writing writing() {
    return new Writing(entries, levied, fleet);
  }
}
