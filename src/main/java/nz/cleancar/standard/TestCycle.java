package nz.cleancar.standard;

/** The test procedure that a CO2 value was measured with. */
public enum TestCycle {
  /** Three-phase WLTP, which targets are stated in. */
  WLTP_3P,

  /** Four-phase WLTP. */
  WLTP_4P,

  /** New European Driving Cycle. */
  NEDC,

  /** Japan's JC08. */
  JC08,

  /** Japan's 10-15 mode. */
  JP_10_15,

  /** The American fleet economy test. */
  CAFE
}
