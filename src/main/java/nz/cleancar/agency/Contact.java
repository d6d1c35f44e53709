package nz.cleancar.agency;

import java.time.Instant;
import java.util.Optional;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who got in touch with the contact centre.
 *
 * @param id its id
 * @param channel how
 * @param holder the account that it was about, where that is known
 * @param about what it was about
 * @param answeredAfterSeconds how long it took until it was answered, 0 or more
 * @param notedBy who noted it
 * @param notedAt the moment
 */
public record Contact(
    String id,
    Channel channel,
    @Nullable AccountNumber holder,
    About about,
    long answeredAfterSeconds,
    PersonName notedBy,
    Instant notedAt) {

  public Contact {
    if (answeredAfterSeconds < 0) {
      throw new IllegalArgumentException("Nobody is answered before they ask.");
    }
  }

  /** The account that it was about, where that is known. */
  public Optional<AccountNumber> account() {
    return Optional.ofNullable(holder);
  }

  /** How somebody got in touch. */
  public enum Channel {
    /** By telephone. */
    CALL,

    /** By e-mail. */
    EMAIL
  }

  /** What somebody got in touch about. */
  public enum About {
    /** Logging in. */
    LOGIN,

    /** How the basic things are done. */
    BASIC_FUNCTIONS,

    /** A vehicle record. */
    VEHICLE,

    /** Charges and payments. */
    CHARGE,

    /** Credits and transfers. */
    CREDIT,

    /** Verification under the AML/CFT Act 2009. */
    VERIFICATION,

    /** Something else. */
    OTHER
  }
}
