package nz.cleancar.policy.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column or fact of the vocabulary.
 *
 * @param name what rules call it, for example {@code annualTarget}
 * @param heading what people call it, for example {@code Annual target}
 * @param kind what sort of value it has
 * @param unit its unit as headings show it, for example {@code g CO2/km}; empty where it has none
 * @param allowed the words that it may be; empty where any will do
 * @param optional whether a question may leave it out; what is left out matches only {@code any}
 * @param meaning what it means, in a sentence
 * @param leastNumber the least that a number may be; absent where there is no least
 */
public record Term(
    String name,
    String heading,
    Kind kind,
    String unit,
    List<String> allowed,
    boolean optional,
    String meaning,
    @Nullable BigDecimal leastNumber) {

  public Term {
    allowed = List.copyOf(allowed);
  }

  /** A term whose numbers have no least. */
  public Term(
      String name,
      String heading,
      Kind kind,
      String unit,
      List<String> allowed,
      boolean optional,
      String meaning) {
    this(name, heading, kind, unit, allowed, optional, meaning, null);
  }

  /** The least that a number may be, where there is a least. */
  public Optional<BigDecimal> least() {
    return Optional.ofNullable(leastNumber);
  }

  /** Whether the value is a number below the least that there may be. */
  public boolean isBelowLeast(Value value) {
    return least()
        .flatMap(least -> value.amount().filter(number -> number.compareTo(least) < 0))
        .isPresent();
  }

  /** The heading with its unit, as it stands in a header row: {@code Annual target (g CO2/km)}. */
  public String header() {
    return unit.isEmpty() ? heading : heading + " (" + unit + ")";
  }
}
