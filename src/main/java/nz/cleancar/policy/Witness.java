package nz.cleancar.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * A concrete case that shows a finding or a difference.
 *
 * @param topic the topic of the question that it is, for example {@code vehicle}; empty where it is
 *     only what one table is asked
 * @param given what is given, in the order of the topic or of the table's columns; what is left out
 *     is not there
 */
public record Witness(String topic, List<Given> given) {

  public Witness {
    given = List.copyOf(given);
  }

  /** A value by its term. */
  public record Given(Term term, Value value) {}

  /** The values by the vocabulary's names. */
  public Map<String, Value> values() {
    var values = new LinkedHashMap<String, Value>();
    given.forEach(each -> values.put(each.term().name(), each.value()));
    return values;
  }

  /** The case on one line: {@code Vehicle type A, Year 2026}. */
  public String text() {
    return given.stream()
        .map(each -> each.term().heading() + " " + each.value().text())
        .collect(Collectors.joining(", "));
  }
}
