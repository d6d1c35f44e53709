package nz.cleancar.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import nz.cleancar.standard.NewZealand;

/**
 * An entry of the ledger: postings that come to nothing in whatever they count, so that nothing is
 * made and nothing lost.
 *
 * @param id its id, a ULID
 * @param kind what happened
 * @param recordedAt the moment it was recorded
 * @param about what it is about: the id of the vehicle, the transfer or the payment, or an
 *     account's fleet year
 * @param reference what happened, unique among entries of its kind; so what happened once is
 *     recorded once
 * @param postings two or more
 */
public record Entry(
    String id,
    Kind kind,
    Instant recordedAt,
    String about,
    String reference,
    List<Posting> postings) {

  public Entry {
    postings = List.copyOf(postings);
    var sums = new EnumMap<Book.Counted, Long>(Book.Counted.class);
    postings.forEach(
        posting -> sums.merge(posting.book().counted(), posting.amount(), Math::addExact));
    if (postings.size() < 2 || sums.values().stream().anyMatch(sum -> sum != 0)) {
      throw new IllegalArgumentException("Entry " + reference + " does not balance: " + sums);
    }
  }

  /** The New Zealand day that it was recorded on. */
  public LocalDate day() {
    return NewZealand.dayOf(recordedAt);
  }

  /** What an entry records. */
  public enum Kind {
    /** A vehicle below its target was accepted by a pay-as-you-go account. */
    CREDITS_EARNED,

    /** A charge was levied: for a vehicle, or for a fleet's year. */
    CHARGE_LEVIED,

    /** Credits settled a charge, in part or whole. */
    CHARGE_OFFSET,

    /** Money settled what was left of a charge. */
    CHARGE_PAID,

    /** A vehicle was accepted by a fleet average account. */
    FLEET_ACCRUED,

    /** A fleet's year was settled: its differences became credits or a charge. */
    FLEET_SETTLED,

    /** What a fleet owed for a year went into the following year. */
    FLEET_DEFERRED,

    /** Credits went from one account to another. */
    CREDITS_TRANSFERRED,

    /** Credits came to the end of their life. */
    CREDITS_EXPIRED,

    /** Credits were given up when an account was closed. */
    CREDITS_DELETED,

    /** A payment came in. */
    PAYMENT_RECEIVED,

    /** Money was paid back. */
    PAYMENT_REFUNDED
  }
}
