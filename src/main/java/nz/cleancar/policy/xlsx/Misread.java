package nz.cleancar.policy.xlsx;

/** Says what is wrong with the content of one cell. */
public final class Misread extends Exception {

  private final String code;
  private final String expected;
  private final String repair;

  /** The finding at the cell: its code, what should be there, and what to do about it. */
  public Misread(String code, String expected, String repair) {
    super(repair, null, false, false);
    this.code = code;
    this.expected = expected;
    this.repair = repair;
  }

  /** The code of the finding. */
  public String code() {
    return code;
  }

  /** What should be in the cell. */
  public String expected() {
    return expected;
  }

  /** What to do about it, in a sentence. */
  public String repair() {
    return repair;
  }
}
