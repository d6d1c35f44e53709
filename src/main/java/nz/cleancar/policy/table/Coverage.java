package nz.cleancar.policy.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tables must have a row for. A table of which it says nothing must answer every allowed word
 * and every number, and over time from the first day that it names to the last.
 *
 * @param years the terms that are the year of a day, each with the day's name
 * @param asked by table and then by input column, the words that the table is asked for at all
 * @param together groups of tables that answer for each other's days: whatever one of them has a
 *     row for, the others have one for too
 * @param steps by term, the least by which two of its numbers with decimals differ
 */
public record Coverage(
    Map<String, String> years,
    Map<String, Map<String, List<String>>> asked,
    List<List<String>> together,
    Map<String, BigDecimal> steps) {

  private static final BigDecimal FINEST = BigDecimal.ONE.movePointLeft(Value.Decimal.MAX_DECIMALS);

  /** Nothing beyond what holds for every table. */
  public static final Coverage PLAIN = new Coverage(Map.of(), Map.of(), List.of());

  /** Nothing said of steps. */
  public Coverage(
      Map<String, String> years,
      Map<String, Map<String, List<String>>> asked,
      List<List<String>> together) {
    this(years, asked, together, Map.of());
  }

  public Coverage {
    years = Map.copyOf(years);
    asked = Map.copyOf(asked);
    together = List.copyOf(together);
    steps = Map.copyOf(steps);
  }

  /**
   * The least by which two values of the term differ: 1 for whole numbers and days, and for numbers
   * with decimals what is said here or else the last decimal that conditions compare.
   */
  public BigDecimal step(Term term) {
    return switch (term.kind()) {
      case DECIMAL -> steps.getOrDefault(term.name(), FINEST);
      case WHOLE, DAY -> BigDecimal.ONE;
      case WORD, WORDS, YES_NO, SENTENCE ->
          throw new IllegalArgumentException("`" + term.name() + "` has no order.");
    };
  }

  /** The words that the table is asked for in this column, where they are not all. */
  public Optional<List<String>> asked(String table, String column) {
    return Optional.ofNullable(asked.getOrDefault(table, Map.of()).get(column));
  }
}
