package nz.cleancar.standard;

import java.math.BigDecimal;

/** An amount of New Zealand dollars (NZD), held in whole cents. */
public record Money(long cents) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  private static final int CENTS_DECIMALS = 2;

  /**
   * The amount as money.
   *
   * @throws ArithmeticException if the amount has part cents; whoever rounds states how, beforehand
   */
  public static Money of(BigDecimal dollars) {
    return new Money(dollars.movePointRight(CENTS_DECIMALS).longValueExact());
  }

  /** The amount in dollars, always with two decimals. */
  public BigDecimal dollars() {
    return BigDecimal.valueOf(cents, CENTS_DECIMALS);
  }

  /** This and the other together. */
  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  /** This less the other; may be below zero. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  /** The dollars with two decimals, for example {@code 248.40}. */
  @Override
  public String toString() {
    return dollars().toPlainString();
  }
}
