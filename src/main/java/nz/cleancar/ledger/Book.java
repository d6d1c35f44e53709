package nz.cleancar.ledger;

/**
 * What a posting counts. An account's books are kept under its number; the other side of each
 * posting is in a book of the agency's.
 */
public enum Book {
  /** Credits that an account holds; the lot is the day they were earned. Never below zero. */
  CREDITS(Unit.TENTHS_OF_A_GRAM, true),

  /** What an account owes for a charge, in money; the lot is the charge. Never below zero. */
  OWED(Unit.CENTS, true),

  /**
   * Grams above target of a charge that are not settled; the lot is the charge. Never below zero.
   */
  ABOVE_TARGET(Unit.TENTHS_OF_A_GRAM, true),

  /** Money that was paid in and not used yet. Never below zero. */
  MONEY(Unit.CENTS, true),

  /**
   * A fleet's differences of a year, the lot: above zero the fleet is below its target. Any sign.
   */
  FLEET(Unit.TENTHS_OF_A_GRAM, true),

  /** Credits that accounts earned. */
  EARNED(Unit.TENTHS_OF_A_GRAM, false),

  /** Credits that were used against grams above target. */
  OFFSET(Unit.TENTHS_OF_A_GRAM, false),

  /** Credits that came to the end of their life. */
  EXPIRED(Unit.TENTHS_OF_A_GRAM, false),

  /** Credits that were given up when an account was closed. */
  DELETED(Unit.TENTHS_OF_A_GRAM, false),

  /** What transfers between new and used made more or less. */
  CONVERTED(Unit.TENTHS_OF_A_GRAM, false),

  /** Charges that were levied, in money. */
  LEVIED(Unit.CENTS, false),

  /** Grams above target for which charges were levied. */
  LEVIED_GRAMS(Unit.TENTHS_OF_A_GRAM, false),

  /** Charges that credits settled, in money. */
  CLEARED_BY_CREDITS(Unit.CENTS, false),

  /** Money that charges brought in. */
  REVENUE(Unit.CENTS, false),

  /** Money that a payment provider took in. */
  RECEIVED(Unit.CENTS, false),

  /** Money that was paid back. */
  REFUNDED(Unit.CENTS, false),

  /** The other side of the fleets' differences. */
  ACCRUED(Unit.TENTHS_OF_A_GRAM, false);

  private final Unit unit;
  private final boolean isAccounts;

  Book(Unit unit, boolean isAccounts) {
    this.unit = unit;
    this.isAccounts = isAccounts;
  }

  /** What its postings count. */
  public Unit unit() {
    return unit;
  }

  /** Whether it is kept for each account, rather than for the agency. */
  public boolean isAccounts() {
    return isAccounts;
  }

  /** What postings count. */
  public enum Unit {
    /** Tenths of a gram of CO2 per kilometre. */
    TENTHS_OF_A_GRAM,

    /** Cents of a New Zealand dollar. */
    CENTS
  }
}
