package nz.cleancar.statement;

import java.time.LocalDate;

/**
 * Days from one to another.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A period ends on its first day or later.");
    }
  }
}
