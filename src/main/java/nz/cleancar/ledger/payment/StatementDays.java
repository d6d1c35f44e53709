package nz.cleancar.ledger.payment;

import java.time.LocalDate;

/** Until which day the provider's statements were compared. */
public interface StatementDays {

  /**
   * The first day whose statement is to be compared: the one after the last that was, or the day of
   * the first payment; the day given where there is neither.
   */
  LocalDate from(LocalDate today);

  /** Remembers that statements up to the day were compared. */
  void compared(LocalDate upTo);
}
