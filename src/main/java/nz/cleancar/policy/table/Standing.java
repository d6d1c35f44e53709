package nz.cleancar.policy.table;

/** How firmly a row stands. */
public enum Standing {
  /** Read in the Act or regulation itself. */
  ENACTED("enacted"),

  /** Published by the agency or the Ministry. */
  PUBLISHED("published"),

  /** Reported by others. */
  REPORTED("reported"),

  /** Assumed where nothing could be read; a decision that stands on it says so. */
  ASSUMED("assumed");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  /** The standing as a sheet states it. */
  public String word() {
    return word;
  }
}
