package nz.cleancar.agency;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Entry;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/** The ledger entry by entry, from its beginning. */
public interface LedgerMovements {

  /**
   * Reads what entries up to the day did to accounts' charges, credits and fleets, in the order of
   * the entries, each of them whole; however many there are, few are held at once.
   */
  void until(LocalDate lastDay, Consumer<Movement> reader);

  /**
   * What an entry did to a book of an account.
   *
   * @param entry the entry's id
   * @param kind what happened
   * @param day the New Zealand day that it was recorded on
   * @param account whose book it is
   * @param condition the vehicles that the account is for
   * @param posted what was posted
   * @param days of a charge's book, the charge's days; absent where no such charge was kept
   */
  record Movement(
      String entry,
      Entry.Kind kind,
      LocalDate day,
      AccountNumber account,
      VehicleCondition condition,
      Posted posted,
      @Nullable ChargeDays days) {

    /** The days of the charge, where it is about one. */
    public Optional<ChargeDays> charge() {
      return Optional.ofNullable(days);
    }
  }

  /**
   * What was posted.
   *
   * @param book which book
   * @param lot what within the book
   * @param amount tenths of a gram or cents, as the book counts
   */
  record Posted(Book book, String lot, long amount) {}

  /** The days that a charge was levied on and is due on. */
  record ChargeDays(LocalDate leviedOn, LocalDate dueOn) {}
}
