package nz.cleancar.vehicle;

import java.time.Instant;
import nz.cleancar.vehicle.FeedMessage.Origin;

/**
 * A correction of the register's that came after the vehicle was accepted. It changes nothing; the
 * agency looks into it.
 *
 * @param id its id, a ULID
 * @param vehicle the vehicle's record
 * @param revision the revision of the register's record
 * @param origin the message
 * @param notedAt the moment that it was noted
 */
public record LateCorrection(
    String id, VehicleId vehicle, int revision, Origin origin, Instant notedAt) {}
