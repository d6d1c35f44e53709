package nz.cleancar.standard;

/** What state a CO2 account is in. */
public enum AccountStatus {
  /** Open for business. */
  ACTIVE,

  /** Suspended by the agency (s 192). */
  SUSPENDED,

  /** Closed by its holder or the Director (ss 190, 191). */
  CLOSED
}
