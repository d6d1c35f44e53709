package nz.cleancar.vehicle;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Predicate;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Sha256;
import nz.cleancar.standard.Vin;

/**
 * What a system tells of vehicles. Messages may come doubled, late and in any order: what is known
 * of a vehicle follows from all of them together.
 */
public sealed interface FeedMessage {

  /** Who said it, and when. */
  Origin origin();

  /** MIAMI: a distributor's account for the vehicles of a model. */
  record ModelAssigned(Origin origin, ModelCode model, AccountNumber account)
      implements FeedMessage {}

  /** MIAMI: a VIN is of a model. */
  record VinAssigned(Origin origin, Vin vin, ModelCode model) implements FeedMessage {}

  /** Fuelsaver: an importer's or certifier's account for a used vehicle. */
  record AccountAssigned(Origin origin, Mark mark, AccountNumber account) implements FeedMessage {}

  /**
   * The motor vehicle register: the whole record of a vehicle. A record with a VIN and a chassis
   * number says that they are the same vehicle's.
   *
   * @param revision 1, 2, 3…, consecutive for a vehicle; a correction is a higher one
   */
  record Registered(Origin origin, Identity identity, int revision, Specification specification)
      implements FeedMessage {

    public Registered {
      if (revision < 1) {
        throw new IllegalArgumentException("The register counts revisions from 1.");
      }
    }
  }

  /** Entry certification or pre-delivery inspection is complete. */
  record Completed(Origin origin, Completion completion) implements FeedMessage {}

  /** The message, with whether the account whose number it names is there now that it comes. */
  default FeedMessage received(Predicate<AccountNumber> isThere) {
    return switch (this) {
      case ModelAssigned(Origin origin, var model, var account) when !isThere.test(account) ->
          new ModelAssigned(origin.early(), model, account);
      case AccountAssigned(Origin origin, var mark, var account) when !isThere.test(account) ->
          new AccountAssigned(origin.early(), mark, account);
      case Completed(Origin origin, var completion) when !isThere.test(completion.account()) ->
          new Completed(origin.early(), completion);
      case ModelAssigned _, AccountAssigned _, Completed _, VinAssigned _, Registered _ -> this;
    };
  }

  /** The SHA-256, in hex, of all that it says; the same message has the same. */
  default String digest() {
    // records say all that they hold, in order
    return Sha256.hex(toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /**
   * Where a message comes from.
   *
   * @param source the system, for example {@code MIAMI}
   * @param messageId its id, unique among those of the source that the sender sent
   * @param occurredAt when, by the source's clock, to the millisecond
   * @param sentBy the name of the person who sent it; empty where the service itself did
   * @param beforeOpening whether it names an account's number that no account had when it came
   */
  record Origin(
      String source, String messageId, Instant occurredAt, String sentBy, boolean beforeOpening)
      implements Comparable<Origin> {

    private static final Comparator<Origin> ORDER =
        Comparator.comparing(Origin::occurredAt)
            .thenComparing(Origin::source)
            .thenComparing(Origin::messageId)
            .thenComparing(Origin::sentBy);

    public Origin {
      occurredAt = occurredAt.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    /** Of a message that was not received yet. */
    public Origin(String source, String messageId, Instant occurredAt, String sentBy) {
      this(source, messageId, occurredAt, sentBy, false);
    }

    /** Of a message that the service itself sends. */
    public Origin(String source, String messageId, Instant occurredAt) {
      this(source, messageId, occurredAt, "");
    }

    private Origin early() {
      return new Origin(source, messageId, occurredAt, sentBy, true);
    }

    /** By when it occurred; at the same moment by the rest, so that there is always one. */
    @Override
    public int compareTo(Origin other) {
      return ORDER.compare(this, other);
    }

    /** As a sentence names it. */
    @Override
    public String toString() {
      return source + " " + messageId + " of " + occurredAt;
    }
  }
}
