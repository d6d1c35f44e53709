package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.policy.Place;

/**
 * What is told of one table: of each kind of finding the first few, and how many more there are.
 */
final class Told {

  /** The most findings of a kind that are told of a table. */
  static final int MOST_OF_A_KIND = 20;

  /** The most that are counted. */
  static final int MOST_COUNTED = 1_000;

  private final Place place;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Severity> severities = new LinkedHashMap<>();

  /**
   * Nothing yet.
   *
   * @param place where it is said that there are more
   */
  Told(Place place) {
    this.place = place;
  }

  /** Tells a finding, or counts it; whether more of its kind are worth looking for. */
  boolean tell(String code, Supplier<Finding> finding) {
    int count = counts.merge(code, 1, Integer::sum);
    if (count <= MOST_OF_A_KIND) {
      var told = finding.get();
      severities.put(code, told.severity());
      findings.add(told);
    }
    return count < MOST_COUNTED;
  }

  /** What was told, in the order of places. */
  List<Finding> findings() {
    var all = new ArrayList<>(findings);
    counts.forEach(
        (code, count) -> {
          if (count > MOST_OF_A_KIND) {
            all.add(more(code, count));
          }
        });
    all.sort(Finding.IN_READING_ORDER);
    return all;
  }

  private Finding more(String code, int count) {
    String expected = "at most %d findings of a kind".formatted(MOST_OF_A_KIND);
    String found =
        "%d%s more like those told [%s]"
            .formatted(count - MOST_OF_A_KIND, count == MOST_COUNTED ? " or" : "", code);
    String repair = "Mend those first; the others are told then.";
    return severities.get(code) == Severity.NOTE
        ? Finding.note("more-findings", place, expected, found, repair)
        : Finding.warning("more-findings", place, expected, found, repair);
  }
}
