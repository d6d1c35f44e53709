package nz.cleancar.policy.table;

/** How many rows of a table may match, and which of them count. */
public enum HitPolicy {
  /** One row matches; more are a fault. */
  EXACTLY_ONE("exactly one"),

  /** The first matching row counts, in the order of the sheet. */
  FIRST("first"),

  /** Every matching row counts. */
  COLLECT("collect");

  private final String words;

  HitPolicy(String words) {
    this.words = words;
  }

  /** The hit policy as a sheet states it. */
  public String words() {
    return words;
  }
}
