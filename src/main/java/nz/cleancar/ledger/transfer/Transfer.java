package nz.cleancar.ledger.transfer;

import java.time.Instant;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;

/**
 * A transfer of credits as it stands. An offer stands until it is agreed to, declined or withdrawn;
 * what then became of it is final.
 *
 * @param id its id
 * @param from the account that gives
 * @param to the account that receives
 * @param offered how many credits are offered, a whole number above zero
 * @param offeredBy who offered them
 * @param offeredAt the moment
 * @param state what became of the offer
 */
public record Transfer(
    TransferId id,
    AccountNumber from,
    AccountNumber to,
    Grams offered,
    PersonName offeredBy,
    Instant offeredAt,
    State state) {

  public Transfer {
    if (from.equals(to) || offered.compareTo(Grams.ZERO) <= 0) {
      throw new IllegalArgumentException("A transfer moves credits from one account to another.");
    }
  }

  /** What became of an offer. */
  public sealed interface State {

    /** What it is called on the wire: OFFERED, AGREED, DECLINED or WITHDRAWN. */
    default String word() {
      return switch (this) {
        case Offered _ -> "OFFERED";
        case Agreed _ -> "AGREED";
        case Declined _ -> "DECLINED";
        case Withdrawn _ -> "WITHDRAWN";
      };
    }
  }

  /** It stands. */
  public record Offered() implements State {}

  /**
   * The receiving account agreed, and the credits moved.
   *
   * @param by who agreed
   * @param at the moment
   * @param terms what moved, and by what rule
   */
  public record Agreed(PersonName by, Instant at, Terms terms) implements State {}

  /** The receiving account did not want it. */
  public record Declined(PersonName by, Instant at) implements State {}

  /** The giving account took it back. */
  public record Withdrawn(PersonName by, Instant at) implements State {}

  Transfer with(State next) {
    return new Transfer(id, from, to, offered, offeredBy, offeredAt, next);
  }
}
