package nz.cleancar.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nz.cleancar.standard.AccountNumber;

/**
 * Where the ledger is kept. Each call joins the work that is under way, sees what that work wrote,
 * and is kept or undone with it.
 */
public interface LedgerStore {

  /** All balances of an account that are not zero. The cost does not grow with its history. */
  List<Balance> balances(AccountNumber account);

  /** The charges of an account that still owe something, with the days that they are due now. */
  List<Charge> unsettled(AccountNumber account);

  /** Whether an entry of this kind has the reference. */
  boolean isRecorded(Entry.Kind kind, String reference);

  /**
   * Writes it all and moves the balances with it.
   *
   * @throws RuntimeException if an entry of its kind and reference was recorded before, or a
   *     balance would go below zero; the work must then be undone
   */
  void write(Writing writing);

  /** Moves the day that a charge is due, from the day on; the charge is as it was levied. */
  void moveDueDay(ChargeId charge, LocalDate dueOn, LocalDate movedOn);

  /** The sums of an account's fleet of a year. */
  FleetSum fleet(AccountNumber account, int year);

  /** Whether a year of an account's fleet was settled. */
  boolean isFleetSettled(AccountNumber account, int year);

  /** The days on which credits were earned that accounts still hold, the first one first. */
  List<LocalDate> lotDays();

  /** The accounts that hold credits that were earned on the day, in the order of their numbers. */
  List<AccountNumber> holdersOf(LocalDate earnedOn);

  /** The sum of each book of an account at the beginning of the day; none where it has no line. */
  Map<Book, Long> sumsBefore(AccountNumber account, LocalDate day);

  /**
   * The lines of an account's books from the one day to the other, in the order of their entries;
   * however many they are, few are held at once.
   */
  void lines(AccountNumber account, LocalDate from, LocalDate to, Consumer<Line> reader);

  /** At most so many lines after this place, in the same order. */
  List<Line> page(LinesAsked asked);

  /**
   * A page of an account's lines.
   *
   * @param account the account
   * @param to the last day
   * @param after the place after which it begins
   * @param limit at most so many lines
   */
  record LinesAsked(AccountNumber account, LocalDate to, LinePlace after, int limit) {

    /** The first page of an account's lines from the one day to the other. */
    public static LinesAsked first(AccountNumber account, LocalDate from, LocalDate to, int limit) {
      return new LinesAsked(account, to, new LinePlace(from, "", 0), limit);
    }

    /** The page that begins after the line. */
    public LinesAsked after(Line last) {
      return after(LinePlace.of(last));
    }

    /** The page that begins after the place. */
    public LinesAsked after(LinePlace place) {
      return new LinesAsked(account, to, place, limit);
    }
  }

  /**
   * A place in the order of an account's lines.
   *
   * @param day the day of the line before it
   * @param entryId its entry; empty for a place before all lines of the day
   * @param line its number in the entry
   */
  record LinePlace(LocalDate day, String entryId, int line) {

    /** The place after the line. */
    public static LinePlace of(Line line) {
      return new LinePlace(line.day(), line.entryId(), line.line());
    }
  }
}
