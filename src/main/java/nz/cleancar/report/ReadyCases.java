package nz.cleancar.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.Suggestion;

/** Ready cases, by what they would try. */
final class ReadyCases {

  /** By place and words, which two goals never have alike. */
  private final Map<String, Suggestion> ready = new TreeMap<>();

  ReadyCases(List<Suggestion> suggestions) {
    for (Suggestion suggestion : suggestions) {
      ready.put(key(suggestion.goal()), suggestion);
      if (suggestion instanceof Suggestion.Ready each) {
        each.also().forEach(goal -> ready.put(key(goal), suggestion));
      }
    }
  }

  /** What no scenario tries, with its case if there is one. */
  Page.Untried untried(Goal goal) {
    String place = goal.place().toString();
    return switch (Optional.ofNullable(ready.get(key(goal)))
        .orElse(new Suggestion.NoneFound(goal))) {
      case Suggestion.Ready each ->
          new Page.Untried(
              goal.says(),
              place,
              true,
              each.scenario().expectations().getFirst().text(),
              each.scenario().name(),
              HtmlReport.given(each.scenario().given().values()),
              each.scenario().expectations().stream()
                  .map(expectation -> expectation.heading() + " " + expectation.text())
                  .collect(Collectors.joining("; ")));
      case Suggestion.NoneFound _ ->
          new Page.Untried(goal.says(), place, false, "no question was found", "", "", "");
    };
  }

  private static String key(Goal goal) {
    return goal.place() + " " + goal.says();
  }
}
