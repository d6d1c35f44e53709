package nz.cleancar.publishing;

import java.time.Instant;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.security.PersonName;

/**
 * A version becoming the live one.
 *
 * @param number the number of the event, from 1 and rising
 * @param version what became live
 * @param by who published or scheduled it
 * @param reason why
 * @param at when it was done
 * @param liveFrom the moment from which it is the live one: for a schedule the moment that was set,
 *     never before that of the publication that it replaces
 * @param replaces the number of the publication before; 0 for the first
 */
public record Publication(
    long number,
    PolicyVersion version,
    PersonName by,
    String reason,
    Instant at,
    Instant liveFrom,
    long replaces) {}
