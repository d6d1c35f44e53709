package nz.cleancar.ledger.payment;

import java.time.Instant;
import java.time.LocalDate;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.NewZealand;

/**
 * A payment as it stands. Once it is received or declined it stays so; one that the agency ended is
 * received where the money comes in after all.
 *
 * @param id its id
 * @param order what was asked for
 * @param startedBy who started it
 * @param startedAt the moment that it was started
 * @param state how it stands
 */
public record Payment(
    PaymentId id, PaymentOrder order, PersonName startedBy, Instant startedAt, State state) {

  /** How a payment stands. */
  public sealed interface State {

    /** What it is called on the wire: PENDING, UNKNOWN, RECEIVED, DECLINED or ENDED. */
    default String word() {
      return switch (this) {
        case Pending _ -> "PENDING";
        case Unknown _ -> "UNKNOWN";
        case Received _ -> "RECEIVED";
        case Declined _ -> "DECLINED";
        case Ended _ -> "ENDED";
      };
    }
  }

  /** It was started; the provider has not answered yet. */
  public record Pending() implements State {}

  /** The provider did not answer in time, or not with what can be recorded. */
  public record Unknown() implements State {}

  /**
   * The money came in and is recorded in the ledger.
   *
   * @param at the moment that it was recorded
   * @param receipt the provider's receipt
   * @param leftUndone why what it was for could not be done, so that the money stays on the
   *     account; empty where it was done
   */
  public record Received(Instant at, String receipt, String leftUndone) implements State {

    Received with(String why) {
      return new Received(at, receipt, why);
    }
  }

  /**
   * No money comes in.
   *
   * @param at the moment that it was recorded
   * @param reason what the provider says
   */
  public record Declined(Instant at, String reason) implements State {}

  /**
   * The agency waits for it no longer.
   *
   * @param at the moment that it was ended
   * @param by who ended it
   * @param reason why
   */
  public record Ended(Instant at, PersonName by, String reason) implements State {

    /** What is told of it where the money comes in after all. */
    String says() {
      return "%s ended this payment on %s (%s); the money stays on the account."
          .formatted(by, NewZealand.dayOf(at), reason);
    }
  }

  /** Whether somebody waits for an answer. */
  public boolean isOpen() {
    return switch (state) {
      case Pending _, Unknown _ -> true;
      case Received _, Declined _, Ended _ -> false;
    };
  }

  /** The New Zealand day that it was started on. */
  public LocalDate startedOn() {
    return NewZealand.dayOf(startedAt);
  }

  Payment with(State next) {
    return new Payment(id, order, startedBy, startedAt, next);
  }
}
