package nz.cleancar.policy.table;

/** How firmly a row stands. */
public enum Standing {
  /** Read in the Act or regulation itself. */
  ENACTED,

  /** Published by the agency or the Ministry. */
  PUBLISHED,

  /** Reported by others. */
  REPORTED,

  /** Assumed where nothing could be read; a decision that stands on it says so. */
  ASSUMED
}
