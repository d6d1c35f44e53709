package nz.cleancar.policy.table;

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
 */
public record Coverage(
    Map<String, String> years,
    Map<String, Map<String, List<String>>> asked,
    List<List<String>> together) {

  /** Nothing beyond what holds for every table. */
  public static final Coverage PLAIN = new Coverage(Map.of(), Map.of(), List.of());

  public Coverage {
    years = Map.copyOf(years);
    asked = Map.copyOf(asked);
    together = List.copyOf(together);
  }

  /** The words that the table is asked for in this column, where they are not all. */
  public Optional<List<String>> asked(String table, String column) {
    return Optional.ofNullable(asked.getOrDefault(table, Map.of()).get(column));
  }
}
