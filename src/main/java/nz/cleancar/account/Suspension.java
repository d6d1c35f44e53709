package nz.cleancar.account;

import java.time.LocalDate;

/**
 * A time in which an account takes no vehicles (Land Transport Act 1998, s 192).
 *
 * @param ground why, one of the vocabulary's grounds
 * @param noticeGivenOn the day that reasonable notice was given; the first day where none was
 *     needed
 * @param from its first day
 * @param to its last day
 */
public record Suspension(String ground, LocalDate noticeGivenOn, LocalDate from, LocalDate to) {

  public Suspension {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A suspension ends on or after its first day.");
    }
  }

  /** Whether the account is suspended on the day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
