package nz.cleancar.scenario;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Watched;

/** Reads suites and runs their scenarios, one after the other. */
@Singleton
public final class Suites {

  private final List<SuiteReader> readers;

  public Suites(List<SuiteReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** Is told each verdict as it falls. */
  @FunctionalInterface
  public interface Observer {

    /** A scenario was run. */
    void judged(Verdict verdict, Watched watched);
  }

  /**
   * What a run came to.
   *
   * @param suites the suites of which a scenario was run, in the order of the files
   * @param findings what is wrong with the files; a run with an error among them has not passed
   * @param unmet what was asked for and had nothing to run
   */
  public record Results(List<SuiteResult> suites, List<Finding> findings, List<Unmet> unmet) {
    public Results {
      suites = List.copyOf(suites);
      findings = List.copyOf(findings);
      unmet = List.copyOf(unmet);
    }

    /** How many scenarios passed. */
    public long passed() {
      return suites.stream().mapToLong(SuiteResult::passed).sum();
    }

    /** How many failed. */
    public long failed() {
      return suites.stream().mapToLong(SuiteResult::failed).sum();
    }

    /** Whether a scenario was run, none failed, and every file could be read as a whole. */
    public boolean isGreen() {
      return passed() > 0 && failed() == 0 && findings.stream().noneMatch(Finding::isError);
    }
  }

  /** What a suite came to: how many scenarios passed and failed. */
  public record SuiteResult(Suite suite, long passed, long failed) {}

  /**
   * What came of reading.
   *
   * @param findings what is wrong with the files, in reading order
   * @param unmet what was asked for and had no scenario
   */
  public record Reading(List<Finding> findings, List<Unmet> unmet) {
    public Reading {
      findings = List.copyOf(findings);
      unmet = List.copyOf(unmet);
    }
  }

  /**
   * Runs the scenarios that are selected. No more than one is held at a time.
   *
   * @param policy the policy, which is not closed
   */
  public Results run(
      CompiledPolicy policy, List<SuiteFile> files, Selection selection, Observer observer) {
    var counts = new LinkedHashMap<Suite, long[]>();
    var reading =
        read(
            policy.policy(),
            files,
            selection,
            scenario -> {
              var watched = policy.watch(scenario.given());
              var verdict = ScenarioRunner.verdict(scenario, watched.run());
              counts
                  .computeIfAbsent(scenario.suite(), _ -> new long[2])[verdict.passed() ? 0 : 1]++;
              observer.judged(verdict, watched);
            });
    return new Results(
        counts.entrySet().stream()
            .map(each -> new SuiteResult(each.getKey(), each.getValue()[0], each.getValue()[1]))
            .toList(),
        reading.findings(),
        reading.unmet());
  }

  /** Reads the scenarios that are selected, one after the other. */
  public Reading read(
      Policy policy, List<SuiteFile> files, Selection selection, Consumer<Scenario> cases) {
    var chosen = new Chosen(selection);
    var findings = new ArrayList<Finding>();
    var placeById = new HashMap<String, Place>();
    for (SuiteFile file : files) {
      chosen.file(file);
      var reader = reader(file.name());
      if (reader.isEmpty()) {
        findings.add(unknownKind(file.name()));
        continue;
      }
      var contents =
          reader
              .get()
              .read(
                  file.name(),
                  file.content().get(),
                  policy,
                  scenario -> {
                    if (chosen.has(file, scenario)) {
                      cases.accept(scenario);
                    }
                  });
      findings.addAll(contents.findings());
      contents.suites().forEach(chosen::suite);
      for (int i = 0; i < contents.suites().size(); i++) {
        var id = contents.suites().get(i).id();
        duplicate(id, contents.ids().get(i), placeById).ifPresent(findings::add);
      }
    }
    return new Reading(findings.stream().sorted(Finding.IN_READING_ORDER).toList(), chosen.unmet());
  }

  private Optional<SuiteReader> reader(String file) {
    return readers.stream().filter(reader -> reader.reads(file)).findFirst();
  }

  private static Optional<Finding> duplicate(String id, Place place, Map<String, Place> placeById) {
    return Optional.ofNullable(placeById.putIfAbsent(id, place))
        .map(
            other ->
                Finding.error(
                    "duplicate-suite",
                    place,
                    "an id that no other suite has",
                    id + ", as in " + other,
                    "Give one of the two another id."));
  }

  private static Finding unknownKind(String file) {
    return Finding.error(
        "unexpected-file",
        Place.of(file),
        "a suite in a file that ends in .xlsx or .yml",
        "another file",
        "Save it as one of the two.");
  }
}
