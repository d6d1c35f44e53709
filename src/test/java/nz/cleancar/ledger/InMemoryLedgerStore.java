package nz.cleancar.ledger;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.standard.AccountNumber;

/** A ledger in memory, for tests: what it is asked, it adds up from all that was ever written. */
public final class InMemoryLedgerStore implements LedgerStore {

  private static final Comparator<LinePlace> PLACES =
      comparing(LinePlace::day).thenComparing(LinePlace::entryId).thenComparingInt(LinePlace::line);

  private final List<Entry> entries = new ArrayList<>();
  private final List<Charge> charges = new ArrayList<>();
  private final List<FleetVehicle> fleet = new ArrayList<>();
  private final Map<ChargeId, LocalDate> dueDays = new HashMap<>();
  private final Set<String> recorded = new HashSet<>();

  /** All entries, the first one first. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public List<Balance> balances(AccountNumber account) {
    return sums(entries, account);
  }

  private static List<Balance> sums(List<Entry> entries, AccountNumber account) {
    record Key(Book book, String lot) {}
    Map<Key, Long> sums = new LinkedHashMap<>();
    entries.stream()
        .flatMap(entry -> entry.postings().stream())
        .filter(posting -> posting.account().filter(account::equals).isPresent())
        .forEach(
            posting ->
                sums.merge(
                    new Key(posting.book(), posting.lot()), posting.amount(), Math::addExact));
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() != 0)
        .map(sum -> new Balance(sum.getKey().book(), sum.getKey().lot(), sum.getValue()))
        .toList();
  }

  @Override
  public List<Charge> unsettled(AccountNumber account) {
    List<String> owed =
        balances(account).stream()
            .filter(balance -> balance.book() == Book.OWED)
            .map(Balance::lot)
            .toList();
    return charges.stream()
        .filter(charge -> owed.contains(charge.id().value()))
        .map(this::asDueNow)
        .toList();
  }

  private Charge asDueNow(Charge charge) {
    return new Charge(
        charge.id(),
        charge.account(),
        charge.basis(),
        charge.above(),
        charge.amount(),
        charge.leviedOn(),
        charge.payableOn(),
        dueDays.getOrDefault(charge.id(), charge.dueOn()));
  }

  @Override
  public void moveDueDay(ChargeId charge, LocalDate dueOn, LocalDate movedOn) {
    dueDays.put(charge, dueOn);
  }

  @Override
  public boolean isRecorded(Entry.Kind kind, String reference) {
    return recorded.contains(kind + "/" + reference);
  }

  @Override
  public void write(Writing writing) {
    for (Entry entry : writing.entries()) {
      if (isRecorded(entry.kind(), entry.reference())) {
        throw new IllegalStateException("Recorded before: " + entry.reference());
      }
    }
    var all = new ArrayList<>(entries);
    all.addAll(writing.entries());
    writing.entries().stream()
        .flatMap(entry -> entry.postings().stream())
        .flatMap(posting -> posting.account().stream())
        .distinct()
        .flatMap(account -> sums(all, account).stream())
        .filter(balance -> balance.amount() < 0 && !balance.book().mayBeBelowZero())
        .findFirst()
        .ifPresent(
            balance -> {
              throw new IllegalStateException("Below zero: " + balance);
            });
    entries.addAll(writing.entries());
    charges.addAll(writing.charges());
    fleet.addAll(writing.fleet());
    writing.entries().forEach(entry -> recorded.add(entry.kind() + "/" + entry.reference()));
  }

  @Override
  public FleetSum fleet(AccountNumber account, int year) {
    List<FleetVehicle> vehicles =
        fleet.stream()
            .filter(each -> each.account().equals(account) && each.year() == year)
            .toList();
    return new FleetSum(
        year,
        vehicles.size(),
        vehicles.stream()
            .map(each -> each.target().perKilometre())
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        vehicles.stream()
            .map(each -> each.co2().perKilometre())
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        vehicles.stream().mapToLong(each -> each.difference().tenths()).sum(),
        balances(account).stream()
            .filter(
                balance ->
                    balance.book() == Book.FLEET && balance.lot().equals(Integer.toString(year)))
            .mapToLong(Balance::amount)
            .sum());
  }

  @Override
  public boolean isFleetSettled(AccountNumber account, int year) {
    return isRecorded(Entry.Kind.FLEET_SETTLED, ChargeId.ofFleet(account, year).value());
  }

  @Override
  public List<LocalDate> lotDays() {
    return accounts()
        .flatMap(account -> balances(account).stream())
        .filter(balance -> balance.book() == Book.CREDITS)
        .map(balance -> LocalDate.parse(balance.lot()))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<AccountNumber> holdersOf(LocalDate earnedOn) {
    return accounts()
        .filter(
            account ->
                balances(account).stream()
                    .anyMatch(
                        balance ->
                            balance.book() == Book.CREDITS
                                && balance.lot().equals(earnedOn.toString())))
        .sorted(comparing(AccountNumber::value))
        .toList();
  }

  private Stream<AccountNumber> accounts() {
    return entries.stream()
        .flatMap(entry -> entry.postings().stream())
        .flatMap(posting -> posting.account().stream())
        .distinct();
  }

  @Override
  public Map<Book, Long> sumsBefore(AccountNumber account, LocalDate day) {
    return entries.stream()
        .filter(entry -> entry.day().isBefore(day))
        .flatMap(entry -> entry.postings().stream())
        .filter(posting -> posting.account().filter(account::equals).isPresent())
        .collect(Collectors.toMap(Posting::book, Posting::amount, Math::addExact));
  }

  @Override
  public void lines(AccountNumber account, LocalDate from, LocalDate to, Consumer<Line> reader) {
    lines(account, from, to).forEach(reader);
  }

  @Override
  public List<Line> page(LinesAsked asked) {
    return lines(asked.account(), asked.after().day(), asked.to())
        .filter(line -> PLACES.compare(LinePlace.of(line), asked.after()) > 0)
        .limit(asked.limit())
        .toList();
  }

  private Stream<Line> lines(AccountNumber account, LocalDate from, LocalDate to) {
    return entries.stream()
        .filter(entry -> !entry.day().isBefore(from) && !entry.day().isAfter(to))
        .flatMap(
            entry ->
                IntStream.range(0, entry.postings().size())
                    .filter(
                        at ->
                            entry.postings().get(at).account().filter(account::equals).isPresent())
                    .mapToObj(
                        at ->
                            new Line(
                                entry.id(),
                                at + 1,
                                entry.kind(),
                                entry.recordedAt(),
                                entry.day(),
                                entry.about(),
                                entry.postings().get(at))));
  }
}
