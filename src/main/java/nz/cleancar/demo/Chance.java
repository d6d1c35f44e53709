package nz.cleancar.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed and the same thing. */
final class Chance {

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** What befalls the thing of this sort and number, whatever befell others. */
  static Chance of(DemoPlan plan, String sort, long number) {
    long sorted = mixed(plan.seed() ^ sort.hashCode() * 0x9E3779B97F4A7C15L);
    return new Chance(mixed(sorted + number * 0xD1B54A32D192ED03L));
  }

  private static long mixed(long bits) {
    long once = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    long twice = (once ^ (once >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return twice ^ (twice >>> 33);
  }

  /** Whether something that happens to this part of all happens now. */
  boolean happens(double part) {
    return random.nextDouble() < part;
  }

  /** A number from the one to the other, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** A number about the mean, seldom farther from it than twice the spread. */
  double about(double mean, double spread) {
    return mean + spread * random.nextGaussian();
  }

  /** A part of all. */
  double part() {
    return random.nextDouble();
  }

  /** A number of any size. */
  long bits() {
    return random.nextLong();
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
