package nz.cleancar.ledger;

/**
 * What a posting counts. An account's books are kept under its number; the other side of each
 * posting is in a book of the agency's. An entry comes to nothing in each {@link Counted}, so that
 * credits never become money, nor grams above target credits.
 */
public enum Book {
  /** Credits that an account holds; the lot is the day they were earned. Never below zero. */
  CREDITS(Counted.CREDITS, true),

  /** What an account owes for a charge, in money; the lot is the charge. Never below zero. */
  OWED(Counted.CHARGES, true),

  /**
   * Grams above target of a charge that are not settled; the lot is the charge. Never below zero.
   */
  ABOVE_TARGET(Counted.GRAMS_ABOVE_TARGET, true),

  /** Money that was paid in and not used yet; it has no lots. Never below zero. */
  MONEY(Counted.MONEY, true),

  /**
   * A fleet's differences of a year, the lot: above zero the fleet is below its target. Any sign.
   */
  FLEET(Counted.FLEET_DIFFERENCES, true),

  /** Credits that accounts earned. */
  EARNED(Counted.CREDITS, false),

  /** Credits that were used against grams above target. */
  OFFSET(Counted.CREDITS, false),

  /** Credits that came to the end of their life. */
  EXPIRED(Counted.CREDITS, false),

  /** Credits that were given up when an account was closed. */
  DELETED(Counted.CREDITS, false),

  /** What transfers between new and used made more or less. */
  CONVERTED(Counted.CREDITS, false),

  /** Charges that were levied, in money. */
  LEVIED(Counted.CHARGES, false),

  /** Charges that credits cleared, in money. */
  CLEARED_BY_CREDITS(Counted.CHARGES, false),

  /** Charges that money cleared. */
  CLEARED_BY_MONEY(Counted.CHARGES, false),

  /** Grams above target for which charges were levied. */
  LEVIED_GRAMS(Counted.GRAMS_ABOVE_TARGET, false),

  /** Grams above target that credits or money settled. */
  SETTLED_GRAMS(Counted.GRAMS_ABOVE_TARGET, false),

  /** Money that a payment provider took in. */
  RECEIVED(Counted.MONEY, false),

  /** Money that was paid back. */
  REFUNDED(Counted.MONEY, false),

  /** Money that charges brought in. */
  REVENUE(Counted.MONEY, false),

  /** The other side of the fleets' differences. */
  ACCRUED(Counted.FLEET_DIFFERENCES, false);

  private final Counted counted;
  private final boolean isAccounts;

  Book(Counted counted, boolean isAccounts) {
    this.counted = counted;
    this.isAccounts = isAccounts;
  }

  /** What its postings count. */
  public Counted counted() {
    return counted;
  }

  /** Whether it is kept for each account, rather than for the agency. */
  public boolean isAccounts() {
    return isAccounts;
  }

  /** Whether an account's sum of it may be below zero. */
  public boolean mayBeBelowZero() {
    return this == FLEET;
  }

  /** What is counted: entries move it between books and never make or lose any. */
  public enum Counted {
    /** Credits, in tenths of a gram. */
    CREDITS(Unit.TENTHS_OF_A_GRAM),

    /** Grams of charges, in tenths of a gram. */
    GRAMS_ABOVE_TARGET(Unit.TENTHS_OF_A_GRAM),

    /** What fleets are below their targets, in tenths of a gram. */
    FLEET_DIFFERENCES(Unit.TENTHS_OF_A_GRAM),

    /** Charges, in cents. */
    CHARGES(Unit.CENTS),

    /** Money, in cents. */
    MONEY(Unit.CENTS);

    private final Unit unit;

    Counted(Unit unit) {
      this.unit = unit;
    }

    /** What an amount of one is. */
    public Unit unit() {
      return unit;
    }
  }

  /** What an amount of one is. */
  public enum Unit {
    /** A tenth of a gram of CO2 per kilometre. */
    TENTHS_OF_A_GRAM,

    /** A cent of a New Zealand dollar. */
    CENTS
  }
}
