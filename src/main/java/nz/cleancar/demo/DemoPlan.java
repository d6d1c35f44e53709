package nz.cleancar.demo;

/**
 * How large the industry is.
 *
 * @param accounts how many CO2 accounts, {@link #FEWEST_ACCOUNTS} or more
 * @param vehicles how many vehicles are imported, as many as there are accounts or more
 * @param seed what chance begins with: the same plan makes the same year
 * @param year the year
 */
public record DemoPlan(int accounts, int vehicles, long seed, int year) {

  /** With fewer, not every sort of importer is there. */
  public static final int FEWEST_ACCOUNTS = 20;

  public DemoPlan {
    if (accounts < FEWEST_ACCOUNTS || vehicles < accounts) {
      throw new IllegalArgumentException(
          "An industry has %d accounts or more, and no fewer vehicles than accounts."
              .formatted(FEWEST_ACCOUNTS));
    }
  }
}
