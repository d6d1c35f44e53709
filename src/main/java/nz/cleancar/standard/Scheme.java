package nz.cleancar.standard;

/** How an account owes its charges. */
public enum Scheme {
  /** Pay as you go (category 2): a charge is owed for each vehicle when it is accepted (s 182). */
  PAYG,

  /** Fleet average (category 1): the year's fleet is settled as a whole (s 177). */
  FLEET_AVERAGE
}
