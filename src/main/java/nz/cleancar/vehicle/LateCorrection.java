package nz.cleancar.vehicle;

import java.time.Instant;
import nz.cleancar.vehicle.FeedMessage.Origin;

/**
 * A correction of the register's, or a completion that would have counted, that came after the
 * vehicle was accepted. It changes nothing; the agency looks into it.
 *
 * @param id its id, a ULID
 * @param vehicle the vehicle's record
 * @param late what came too late
 * @param notedAt the moment that it was noted
 */
public record LateCorrection(String id, VehicleId vehicle, Late late, Instant notedAt) {

  /**
   * What came too late; of a vehicle one of a kind and revision.
   *
   * @param kind what it is
   * @param revision the revision of the register's record that it is or rests on
   * @param origin the message
   */
  public record Late(Kind kind, int revision, Origin origin) {

    static Late of(Completion completion, Origin origin) {
      Kind kind =
          switch (completion.kind()) {
            case ENTRY_CERTIFICATION_COMPLETE -> Kind.ENTRY_CERTIFICATION_COMPLETE;
            case PRE_DELIVERY_INSPECTION_COMPLETE -> Kind.PRE_DELIVERY_INSPECTION_COMPLETE;
          };
      return new Late(kind, completion.registerRevision(), origin);
    }

    /** What it is. */
    public enum Kind {
      /** A correction of the register's. */
      REGISTER,

      /** Entry certification was complete, too. */
      ENTRY_CERTIFICATION_COMPLETE,

      /** Pre-delivery inspection was complete, too. */
      PRE_DELIVERY_INSPECTION_COMPLETE
    }
  }
}
