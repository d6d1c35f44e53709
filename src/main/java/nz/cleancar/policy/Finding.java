package nz.cleancar.policy;

import java.util.Comparator;

/**
 * Something wrong or doubtful in a policy's sources, for the person who is to mend it.
 *
 * @param severity whether the policy can go live with it
 * @param code a stable name for the kind of finding, for example {@code formula}
 * @param place where it is
 * @param expected what should be there
 * @param found what is there
 * @param repair what to do about it, in a sentence
 */
public record Finding(
    Severity severity, String code, Place place, String expected, String found, String repair) {

  /** Whether a policy can go live with a finding. */
  public enum Severity {
    /** It cannot. */
    ERROR,

    /** It can, but somebody should look. */
    WARNING
  }

  /** In the order of a reader who goes through files, sheets, rows and columns. */
  public static final Comparator<Finding> IN_READING_ORDER =
      Comparator.comparing(Finding::place).thenComparing(Finding::code);

  /** A finding that keeps the policy from going live. */
  public static Finding error(
      String code, Place place, String expected, String found, String repair) {
    return new Finding(Severity.ERROR, code, place, expected, found, repair);
  }

  /** A finding that somebody should look at. */
  public static Finding warning(
      String code, Place place, String expected, String found, String repair) {
    return new Finding(Severity.WARNING, code, place, expected, found, repair);
  }

  /** Whether it keeps the policy from going live. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The finding on one line. */
  public String line() {
    return "%s: expected %s, found %s. %s [%s]".formatted(place, expected, found, repair, code);
  }

  /** The finding on four lines, the first of which names the place. */
  public String lines() {
    String kind =
        switch (severity) {
          case ERROR -> "error";
          case WARNING -> "warning";
        };
    return "%s: %s [%s]%n  expected  %s%n  found     %s%n  repair    %s"
        .formatted(place, kind, code, expected, found, repair);
  }
}
