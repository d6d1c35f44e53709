package nz.cleancar.vehicle;

/** How far a vehicle record is (NZTA, Vehicle records). */
public enum Step {
  /** Known, and not ready: what it waits for is said beside it. */
  ENTERED,

  /** Its inspection or certification is complete, and it was decided. */
  READY,

  /** Its account took it; final. */
  ACCEPTED,

  /** Its holder disputes it, and the agency has not resolved that; nothing is decided meanwhile. */
  DISPUTED,

  /** The agency took it out of the account that disputed it; it goes on in another once named. */
  REJECTED
}
