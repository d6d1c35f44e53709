package nz.cleancar.standard;

import java.math.BigDecimal;

/**
 * An amount of carbon dioxide per kilometre (g/km): an emission, a target, a difference or a
 * credit. May be negative (a difference below zero owes a charge). Whether the law allows part
 * grams is open, so only this type knows how they are kept: exactly, without trailing zeros.
 */
public record Grams(BigDecimal perKilometre) implements Comparable<Grams> {

  public static final Grams ZERO = new Grams(BigDecimal.ZERO);

  public Grams {
    perKilometre = perKilometre.signum() == 0 ? BigDecimal.ZERO : perKilometre.stripTrailingZeros();
  }

  /** Grams written as a plain decimal, for example {@code 41.4}. */
  public static Grams of(String decimal) {
    return new Grams(new BigDecimal(decimal));
  }

  /** Grams of so many tenths. */
  public static Grams ofTenths(long tenths) {
    return new Grams(BigDecimal.valueOf(tenths, 1));
  }

  /**
   * In tenths of a gram, as the ledger keeps them.
   *
   * @throws ArithmeticException if a part of a tenth is left; whoever rounds states how, beforehand
   */
  public long tenths() {
    return perKilometre.movePointRight(1).longValueExact();
  }

  @Override
  public int compareTo(Grams other) {
    return perKilometre.compareTo(other.perKilometre);
  }

  /** The plain decimal, never in scientific notation. */
  @Override
  public String toString() {
    return perKilometre.toPlainString();
  }
}
