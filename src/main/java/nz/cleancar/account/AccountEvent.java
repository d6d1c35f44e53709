package nz.cleancar.account;

import java.time.Instant;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;

/**
 * Something that was done with an account; never changed afterwards.
 *
 * @param account which account
 * @param number its place among the account's events, from 1
 * @param what what was done
 * @param detail what exactly, in words; empty where the kind says it all
 * @param by who did it
 * @param at when
 * @param reason why; empty where nobody had to say so
 */
public record AccountEvent(
    AccountNumber account,
    long number,
    What what,
    String detail,
    PersonName by,
    Instant at,
    String reason) {

  /** What was done. */
  public enum What {
    /** It was opened. */
    OPENED,
    /** Name, e-mail address or switches were changed. */
    DETAILS_CHANGED,
    /** A person was given permissions, in the place of those they had. */
    PERMISSIONS_GRANTED,
    /** A person was removed. */
    PERSON_REMOVED,
    /** Fleet average was applied for. */
    FLEET_AVERAGE_APPLIED_FOR,
    /** Fleet average was approved. */
    FLEET_AVERAGE_APPROVED,
    /** An application for fleet average was declined. */
    FLEET_AVERAGE_DECLINED,
    /** The approval was revoked: pay as you go again. */
    FLEET_AVERAGE_REVOKED,
    /** AML verification was applied for. */
    VERIFICATION_APPLIED_FOR,
    /** It was verified. */
    VERIFIED,
    /** Verification was declined. */
    VERIFICATION_DECLINED,
    /** The verification no longer holds: the account must be verified again. */
    VERIFICATION_LAPSED,
    /** It was suspended. */
    SUSPENDED,
    /** Its suspension was lifted before its last day. */
    SUSPENSION_LIFTED,
    /** It was closed. */
    CLOSED
  }
}
