package nz.cleancar.scenario.coverage;

/**
 * A part of a whole, exactly.
 *
 * @param tried how many were tried, 0 or more
 * @param all how many there are, at least as many
 */
public record Share(long tried, long all) {

  /** Whether nothing is left out; also where there is nothing to try. */
  public boolean isWhole() {
    return tried == all;
  }

  /** The percentage, rounded down, so that 100 means all; 100 where there is nothing to try. */
  public int percent() {
    return all == 0 ? 100 : Math.toIntExact(Math.multiplyExact(tried, 100L) / all);
  }

  /** The share with another one. */
  public Share plus(Share other) {
    return new Share(Math.addExact(tried, other.tried), Math.addExact(all, other.all));
  }

  /** {@code 129 of 130 (99 %)}. */
  public String text() {
    return "%d of %d (%d %%)".formatted(tried, all, percent());
  }
}
