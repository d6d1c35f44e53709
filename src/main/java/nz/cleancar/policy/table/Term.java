package nz.cleancar.policy.table;

import java.util.List;

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
 */
public record Term(
    String name,
    String heading,
    Kind kind,
    String unit,
    List<String> allowed,
    boolean optional,
    String meaning) {

  public Term {
    allowed = List.copyOf(allowed);
  }

  /** The heading with its unit, as it stands in a header row: {@code Annual target (g CO2/km)}. */
  public String header() {
    return unit.isEmpty() ? heading : heading + " (" + unit + ")";
  }
}
