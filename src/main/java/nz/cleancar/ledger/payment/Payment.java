package nz.cleancar.ledger.payment;

import java.time.Instant;
import java.time.LocalDate;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.NewZealand;

/**
 * A payment as it stands. Once it is received or declined it stays so.
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

    /** What it is called on the wire: PENDING, UNKNOWN, RECEIVED or DECLINED. */
    default String word() {
      return switch (this) {
        case Pending _ -> "PENDING";
        case Unknown _ -> "UNKNOWN";
        case Received _ -> "RECEIVED";
        case Declined _ -> "DECLINED";
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
  public record Received(Instant at, String receipt, String leftUndone) implements State {}

  /**
   * No money comes in.
   *
   * @param at the moment that it was recorded
   * @param reason what the provider says
   */
  public record Declined(Instant at, String reason) implements State {}

  /** Whether no final answer was recorded. */
  public boolean isOpen() {
    return switch (state) {
      case Pending _, Unknown _ -> true;
      case Received _, Declined _ -> false;
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
