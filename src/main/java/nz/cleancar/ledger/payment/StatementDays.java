package nz.cleancar.ledger.payment;

import java.time.LocalDate;
import java.util.List;

/** The days whose statements of the provider were compared, once they were over. */
public interface StatementDays {

  /**
   * The days whose statements are to be compared, in order: those from the day of the first payment
   * on that were not, and today.
   */
  List<LocalDate> toCompare(LocalDate today);

  /** Whether the day's statement was compared. */
  boolean isCompared(LocalDate day);

  /** Remembers that the statements of days that are over were compared. */
  void compared(List<LocalDate> days);
}
