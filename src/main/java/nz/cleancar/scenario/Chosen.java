package nz.cleancar.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.scenario.Unmet.Part;

/** Chooses scenarios, and remembers which names and tags of the selection had any. */
final class Chosen {

  /** Ample for finding the nearest. */
  private static final int MOST_KNOWN = 10_000;

  private final Selection selection;
  private final Set<String> files = new TreeSet<>();
  private final Set<String> suites = new TreeSet<>();
  private final Set<String> tags = new TreeSet<>();
  private final Set<String> namesMet = new TreeSet<>();
  private final Set<String> tagsMet = new TreeSet<>();

  Chosen(Selection selection) {
    this.selection = selection;
  }

  /** A file that is looked into. */
  void file(SuiteFile file) {
    files.add(file.name());
  }

  /** A suite that there is, whether or not it has a scenario. */
  void suite(Suite suite) {
    suites.add(suite.id());
  }

  /** Whether the scenario is to be run. */
  boolean has(SuiteFile file, Scenario scenario) {
    if (tags.size() < MOST_KNOWN) {
      tags.addAll(scenario.tags());
    }
    boolean isChosen = selection.has(file, scenario);
    if (isChosen) {
      scenario.tags().stream().filter(selection.tags()::contains).forEach(tagsMet::add);
      selection.suites().stream()
          .filter(said -> Selection.isOf(file, scenario, said))
          .forEach(namesMet::add);
    }
    return isChosen;
  }

  /** What had nothing to run, in the order of the alphabet, suites first. */
  List<Unmet> unmet() {
    var unmet = new ArrayList<Unmet>();
    selection.suites().stream()
        .filter(said -> !namesMet.contains(said))
        .sorted()
        .forEach(said -> unmet.add(new Unmet(Part.SUITE, said, noSuite(said))));
    selection.tags().stream()
        .filter(tag -> !tagsMet.contains(tag))
        .sorted()
        .forEach(tag -> unmet.add(new Unmet(Part.TAG, tag, noTag(tag))));
    return unmet;
  }

  private String noSuite(String said) {
    boolean isKnown =
        suites.contains(said) || files.stream().anyMatch(file -> SuiteFile.isCalled(file, said));
    if (!isKnown) {
      return "There is no suite `%s`%s".formatted(said, orRather(Nearest.to(said, names())));
    }
    return selection.tags().isEmpty()
        ? "The suite `%s` has no scenario that can be run.".formatted(said)
        : "No scenario of the suite `%s` has a tag that was asked for.".formatted(said);
  }

  private List<String> names() {
    var names = new ArrayList<>(suites);
    names.addAll(files);
    return names;
  }

  private String noTag(String tag) {
    return tags.contains(tag)
        ? "No scenario of the suites that were asked for has the tag `%s`.".formatted(tag)
        : "No scenario has the tag `%s`%s"
            .formatted(tag, orRather(Nearest.to(tag, List.copyOf(tags))));
  }

  private static String orRather(Optional<String> nearest) {
    return nearest.map(name -> "; is it `" + name + "`?").orElse(".");
  }
}
