package nz.cleancar.ledger.fleet;

/** How a deferred charge is carried, by the policy's words (Land Transport Act 1998, s 179). */
public enum DeferralWay {
  /** Not at all. */
  NONE,

  /** Its grams above target are the next year's fleet's, at that year's rate. */
  NEXT_YEARS_FLEET,

  /** It stays the same charge, and is due on the next year's due day. */
  SAME_CHARGE
}
