package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/**
 * Checks the books: every entry balances, every balance is the sum of its postings, none is below
 * zero, every charge stands as it was levied, and every fleet as it was accrued. Few rows are held
 * at once, and the ledger may be in use meanwhile.
 */
@Singleton
public final class LedgerCheck {

  private static final int AT_ONCE = 500;
  private static final int MOST_FAULTS = 1_000;

  private final LedgerRecords records;

  LedgerCheck(LedgerRecords records) {
    this.records = records;
  }

  /**
   * What was found.
   *
   * @param entries how many entries were checked
   * @param accounts how many accounts
   * @param faults what is wrong, the first thousand; none in a ledger that is whole
   */
  public record Report(long entries, long accounts, List<Fault> faults) {

    public Report {
      faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean isClean() {
      return faults.isEmpty();
    }
  }

  /**
   * Something that is wrong.
   *
   * @param where the entry or the account
   * @param says what is wrong, in a sentence
   */
  public record Fault(String where, String says) {}

  /** Checks all of it. */
  public Report run() {
    var faults = new ArrayList<Fault>();
    long entries = entries(faults);
    long accounts = accounts(faults);
    return new Report(entries, accounts, faults);
  }

  private long entries(List<Fault> faults) {
    long count = 0;
    String last = "";
    while (true) {
      List<LedgerRecords.Rows> page = records.entriesAfter(last, AT_ONCE);
      for (var entry : page) {
        wrong(entry).ifPresent(says -> add(faults, "entry " + entry.id(), says));
      }
      count += page.size();
      if (page.size() < AT_ONCE) {
        return count;
      }
      last = page.getLast().id();
    }
  }

  private static Optional<String> wrong(LedgerRecords.Rows entry) {
    String name = "The entry " + entry.kind() + " of " + entry.reference();
    if (entry.postings().size() < 2) {
      return Optional.of(name + " has fewer than two postings.");
    }
    var sums = new EnumMap<Book.Counted, Long>(Book.Counted.class);
    for (var row : entry.postings()) {
      Optional<Book> book = row.known();
      if (book.isEmpty()
          || book.get().isAccounts() == row.account().isEmpty()
          || !isLot(book.get(), row.lot())) {
        return Optional.of(
            "%s posts to %s %s of %s, and there is no such book."
                .formatted(
                    name,
                    row.book(),
                    row.lot(),
                    row.account().isEmpty() ? "nobody" : row.account()));
      }
      sums.merge(book.get().counted(), row.amount(), Math::addExact);
    }
    sums.values().removeIf(sum -> sum == 0);
    return sums.isEmpty()
        ? Optional.empty()
        : Optional.of(name + " does not balance: it comes to " + sums + ".");
  }

  private static boolean isLot(Book book, String lot) {
    return switch (book) {
      case CREDITS -> isDay(lot);
      case FLEET -> lot.matches("[0-9]{4}");
      case OWED, ABOVE_TARGET -> !lot.isEmpty();
      case MONEY,
          EARNED,
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
          lot.isEmpty();
    };
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private long accounts(List<Fault> faults) {
    long count = 0;
    String last = "";
    while (true) {
      List<AccountNumber> page = records.accountsAfter(last, AT_ONCE);
      page.forEach(account -> account(faults, account));
      count += page.size();
      if (page.size() < AT_ONCE) {
        return count;
      }
      last = page.getLast().value();
    }
  }

  private void account(List<Fault> faults, AccountNumber account) {
    String where = "account " + account;
    records
        .wrongBalances(account)
        .forEach(
            sum ->
                add(
                    faults,
                    where,
                    "Its %s is kept as %d, and its postings come to %d."
                        .formatted(
                            (sum.book() + " " + sum.lot()).strip(), sum.kept(), sum.posted())));
    records
        .wrongCharges(account)
        .forEach(id -> add(faults, where, "Charge " + id + " is not as it was levied."));
    records
        .wrongFleets(account)
        .forEach(
            year -> add(faults, where, "The vehicles of " + year + " are not what was accrued."));
  }

  private static void add(List<Fault> faults, String where, String says) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(where, says));
    }
  }
}
