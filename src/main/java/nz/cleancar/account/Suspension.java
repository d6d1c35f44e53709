package nz.cleancar.account;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an account takes no vehicles (Land Transport Act 1998, s 192).
 *
 * @param ground why, one of the vocabulary's grounds
 * @param noticeGivenOn the day that reasonable notice was given; the first day where none was
 *     needed
 * @param from its first day
 * @param to its last day
 * @param liftedOn the first day on which it no longer held, where the agency ended it early
 */
public record Suspension(
    String ground,
    LocalDate noticeGivenOn,
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate liftedOn) {

  public Suspension {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A suspension ends on or after its first day.");
    }
  }

  /** A suspension that nobody has lifted. */
  public Suspension(String ground, LocalDate noticeGivenOn, LocalDate from, LocalDate to) {
    this(ground, noticeGivenOn, from, to, null);
  }

  /** Whether the account is suspended on the day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && hasNotEndedOn(day);
  }

  /** Whether it holds on the day, or is still to begin. */
  public boolean hasNotEndedOn(LocalDate day) {
    return !day.isAfter(to) && (liftedOn == null || day.isBefore(liftedOn));
  }

  /** The first day on which it no longer held, where the agency ended it early. */
  public Optional<LocalDate> lifted() {
    return Optional.ofNullable(liftedOn);
  }

  /** The same, ended early: on the day it no longer holds. */
  public Suspension liftedOn(LocalDate day) {
    return new Suspension(ground, noticeGivenOn, from, to, day);
  }
}
