package nz.cleancar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.coverage.CoverageReport;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.Suggestion;
import nz.cleancar.scenario.coverage.Suggestions;

/** Writes ready cases for what no scenario tried, a suite a topic, for a person to confirm. */
final class SuggestedSuites {

  private SuggestedSuites() {}

  /** A suggestion for everything that no scenario tried. */
  static List<Suggestion> of(CompiledPolicy policy, CoverageReport report) {
    List<Suggestion> all = new ArrayList<>();
    try (var progress = Progress.of("Suggestions", report.untried().size())) {
      new Suggestions(policy)
          .forUntried(
              report,
              suggestion -> {
                progress.step();
                all.add(suggestion);
              });
    }
    return all;
  }

  static void write(
      Path folder, List<Suggestion> suggestions, Vocabulary vocabulary, PrintWriter out) {
    Map<Suite, List<Scenario>> suites = new LinkedHashMap<>();
    List<Goal> none = new ArrayList<>();
    for (Suggestion suggestion : suggestions) {
      switch (suggestion) {
        case Suggestion.Ready(Goal _, var _, Scenario scenario) ->
            suites.computeIfAbsent(scenario.suite(), _ -> new ArrayList<>()).add(scenario);
        case Suggestion.NoneFound(Goal goal) -> none.add(goal);
      }
    }
    suites.forEach(
        (suite, scenarios) -> {
          var file = folder.resolve(suite.file());
          byte[] content = SuiteFiles.writer(suite.file()).write(suite, scenarios, vocabulary);
          Written.whole(file, content);
          out.printf("Suggested: %s, %d cases to confirm%n", file, scenarios.size());
        });
    none.forEach(goal -> out.printf("No case was found for %s: %s%n", goal.place(), goal.says()));
  }

  /**
   * Sees that no suite is overwritten.
   *
   * @throws Ccs.Refusal if one would be
   */
  static void check(Path folder) {
    if (Files.isDirectory(folder)) {
      try (var inside = Files.newDirectoryStream(folder, Suggestions.TAG + "-*")) {
        for (Path file : inside) {
          throw new Ccs.Refusal("There is a file " + file + " already; name another folder.");
        }
      } catch (IOException e) {
        throw new Ccs.Refusal(folder + " cannot be read.");
      }
    } else if (Files.exists(folder)) {
      throw new Ccs.Refusal(folder + " is a file; name a folder.");
    }
  }
}
