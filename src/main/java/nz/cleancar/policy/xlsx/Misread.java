package nz.cleancar.policy.xlsx;

/** Says what is wrong with the content of one cell. */
final class Misread extends Exception {

  private final String code;
  private final String expected;
  private final String repair;

  Misread(String code, String expected, String repair) {
    super(repair, null, false, false);
    this.code = code;
    this.expected = expected;
    this.repair = repair;
  }

  String code() {
    return code;
  }

  String expected() {
    return expected;
  }

  String repair() {
    return repair;
  }
}
