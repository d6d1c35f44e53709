package nz.cleancar.report;

import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Place;
import nz.cleancar.scenario.Verdict;

/** What JUnit's XML says of a case. */
final class CaseText {

  private CaseText() {}

  /** As build servers read properties of a case, for which the strict schema has no element. */
  static String properties(Place place, List<String> tags) {
    return "[[PROPERTY|file=%s]]%n[[PROPERTY|sheet=%s]]%n[[PROPERTY|cell=%s]]%n[[PROPERTY|tags=%s]]%n"
        .formatted(place.file(), place.sheet(), place.cell(), String.join("; ", tags));
  }

  static String message(Verdict verdict) {
    return verdict.misses().stream()
        .map(
            miss ->
                "%s: expected %s, found %s"
                    .formatted(
                        miss.expectation().heading(), miss.expectation().text(), miss.found()))
        .collect(Collectors.joining("; "));
  }

  /** Each expectation with its cell, and the explanation that led to what was found. */
  static String details(Verdict verdict) {
    var text = new StringBuilder();
    for (Verdict.Miss miss : verdict.misses()) {
      text.append(
          "%s%n  %s%n  expected  %s%n  found     %s%n"
              .formatted(
                  miss.expectation().place(),
                  miss.expectation().heading(),
                  miss.expectation().text(),
                  miss.found()));
    }
    text.append("because%n".formatted());
    for (Firing firing : verdict.answer().run().firings()) {
      text.append("  %s%n".formatted(Step.of(firing).text()));
    }
    for (Fault fault : verdict.answer().run().faults()) {
      text.append("  %s%n".formatted(fault.says()));
    }
    return text.toString();
  }
}
