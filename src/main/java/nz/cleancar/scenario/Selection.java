package nz.cleancar.scenario;

import java.util.Set;

/**
 * Which scenarios are to be run.
 *
 * @param suites the ids of their suites, or the names of their files; all where it is empty
 * @param tags tags of which each has at least one; none needed where it is empty
 */
public record Selection(Set<String> suites, Set<String> tags) {

  /** All scenarios. */
  public static final Selection ALL = new Selection(Set.of(), Set.of());

  public Selection {
    suites = Set.copyOf(suites);
    tags = Set.copyOf(tags);
  }

  boolean has(SuiteFile file, Scenario scenario) {
    boolean inSuite =
        suites.isEmpty() || suites.stream().anyMatch(said -> isOf(file, scenario, said));
    return inSuite && (tags.isEmpty() || scenario.tags().stream().anyMatch(tags::contains));
  }

  /** Whether a person who says this means the scenario's suite or file. */
  static boolean isOf(SuiteFile file, Scenario scenario, String said) {
    return said.equals(scenario.suite().id()) || SuiteFile.isCalled(file.name(), said);
  }
}
