package nz.cleancar.ledger.payment;

import java.time.Instant;
import java.util.Optional;
import nz.cleancar.security.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Something that a payment provider said and that does not fit what was started. It moves nothing
 * in the ledger; people look into it.
 *
 * @param id its id, a ULID
 * @param kind what does not fit
 * @param payment the id of the payment, as the provider gave it
 * @param says what the provider said and what is recorded, in a sentence
 * @param foundAt the moment that it was found
 * @param resolution what people did about it, where they did
 */
public record Discrepancy(
    String id,
    Kind kind,
    String payment,
    String says,
    Instant foundAt,
    @Nullable Resolution resolution) {

  /** What does not fit. */
  public enum Kind {
    /** Another amount was taken in than was asked for. */
    OTHER_AMOUNT,

    /** A payment that was received is now said to be declined. */
    DENIED_AFTER_ACCEPTED,

    /** A payment that was declined is now said to be received. */
    ACCEPTED_AFTER_DENIED,

    /** A payment that was received has a second receipt. */
    OTHER_RECEIPT,

    /** The receipt is that of another payment. */
    RECEIPT_OF_ANOTHER,

    /** Nobody started such a payment. */
    NOBODY_STARTED,

    /** The provider knows nothing of a payment that was received. */
    UNKNOWN_TO_PROVIDER
  }

  /**
   * What people did about it.
   *
   * @param note what they found and did
   * @param by who
   * @param at the moment
   */
  public record Resolution(String note, PersonName by, Instant at) {}

  /** What people did about it, where they did. */
  public Optional<Resolution> resolved() {
    return Optional.ofNullable(resolution);
  }

  Discrepancy with(Resolution done) {
    return new Discrepancy(id, kind, payment, says, foundAt, done);
  }
}
