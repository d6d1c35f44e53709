package nz.cleancar.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or doubtful in a policy's sources, for the person who is to mend it.
 *
 * @param severity whether the policy can go live with it
 * @param code a stable name for the kind of finding, for example {@code formula}
 * @param place where it is
 * @param alsoAt other places that it speaks of, for example the row that overlaps
 * @param expected what should be there
 * @param found what is there
 * @param repair what to do about it, in a sentence
 * @param shownBy a case that shows it; absent where the place says all
 */
public record Finding(
    Severity severity,
    String code,
    Place place,
    List<Place> alsoAt,
    String expected,
    String found,
    String repair,
    @Nullable Witness shownBy) {

  public Finding {
    alsoAt = List.copyOf(alsoAt);
  }

  /** Whether a policy can go live with a finding. */
  public enum Severity {
    /** It cannot. */
    ERROR,

    /** It can, but somebody should look. */
    WARNING,

    /** It can, and nothing need be wrong; somebody may want to know. */
    NOTE
  }

  /** In the order of a reader who goes through files, sheets, rows and columns. */
  public static final Comparator<Finding> IN_READING_ORDER =
      Comparator.comparing(Finding::place).thenComparing(Finding::code);

  /** A finding that keeps the policy from going live. */
  public static Finding error(
      String code, Place place, String expected, String found, String repair) {
    return new Finding(Severity.ERROR, code, place, List.of(), expected, found, repair, null);
  }

  /** A finding that somebody should look at. */
  public static Finding warning(
      String code, Place place, String expected, String found, String repair) {
    return new Finding(Severity.WARNING, code, place, List.of(), expected, found, repair, null);
  }

  /** A finding that nobody need act on. */
  public static Finding note(
      String code, Place place, String expected, String found, String repair) {
    return new Finding(Severity.NOTE, code, place, List.of(), expected, found, repair, null);
  }

  /** The finding with other places that it speaks of. */
  public Finding alsoAt(List<Place> others) {
    return new Finding(severity, code, place, others, expected, found, repair, shownBy);
  }

  /** The finding with a case that shows it. */
  public Finding shownBy(Witness witness) {
    return new Finding(severity, code, place, alsoAt, expected, found, repair, witness);
  }

  /** A case that shows it, where there is one to show. */
  public Optional<Witness> witness() {
    return Optional.ofNullable(shownBy);
  }

  /** Whether it keeps the policy from going live. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The finding on one line. */
  public String line() {
    return "%s: expected %s, found %s. %s [%s]".formatted(place, expected, found, repair, code);
  }

  /** The finding on a few lines, the first of which names the place. */
  public String lines() {
    String kind =
        switch (severity) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "note";
        };
    return "%s: %s [%s]%n  expected  %s%n  found     %s%s%n  repair    %s%s"
        .formatted(
            place,
            kind,
            code,
            expected,
            found,
            also(),
            repair,
            witness().map(shown -> "%n  shown by  %s".formatted(shown.text())).orElse(""));
  }

  private String also() {
    if (alsoAt.isEmpty()) {
      return "";
    }
    return alsoAt.stream()
        .map(other -> other.isBeside(place) ? other.cell() : other.toString())
        .collect(Collectors.joining("; ", "%n  also at   ".formatted(), ""));
  }
}
