package nz.cleancar.notice;

/** What a notice is about. */
public enum NoticeKind {
  /** Pending charges of a pay-as-you-go account, told once a month. */
  BALANCE_OWING,

  /** Credits come to the end of their life soon. */
  CREDITS_EXPIRE,

  /** Credits came to the end of their life. */
  CREDITS_EXPIRED,

  /** A fleet's charge for a year is due soon. */
  FLEET_CHARGE_DUE,

  /** A fleet's year was settled. */
  FLEET_SETTLED,

  /** The record of a vehicle was disputed. */
  DISPUTE,

  /** A dispute was resolved. */
  DISPUTE_RESOLVED,

  /** A vehicle waits to be accepted, or was refused. */
  VEHICLE,

  /** Another account offers credits, or took those offered. */
  TRANSFER,

  /** A payment came in, failed or was paid back. */
  PAYMENT,

  /** An account was verified, suspended or closed, or another person may use it. */
  ACCOUNT
}
