package nz.cleancar.standard;

/**
 * Whether a vehicle was registered before, in New Zealand or elsewhere (Land Transport Act 1998, s
 * 172).
 */
public enum VehicleCondition {
  /** Never registered before. */
  NEW,

  /** Registered before, in New Zealand or another country. */
  USED
}
