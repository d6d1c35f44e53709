package nz.cleancar.publishing;

import java.time.Instant;
import nz.cleancar.security.PersonName;

/**
 * A second person's word that a version may go live. It holds for the check that it was given to,
 * and so for that digest of the version, those reports, and the live version they compare it with.
 *
 * @param by who approved
 * @param at when
 * @param reason why
 * @param check what was approved
 */
public record Approval(PersonName by, Instant at, String reason, Check check) {}
