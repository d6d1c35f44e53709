package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;

/** A vocabulary as text, one line for each topic and term, whatever its file looks like. */
final class VocabularyText {

  private VocabularyText() {}

  static List<String> lines(Vocabulary vocabulary) {
    var lines = new ArrayList<String>();
    new TreeMap<>(vocabulary.topics())
        .forEach((topic, facts) -> lines.add("topic " + topic + ": " + String.join(", ", facts)));
    vocabulary.terms().forEach(term -> lines.add(line(term)));
    addCoverage(vocabulary.coverage(), lines);
    return lines;
  }

  private static String line(Term term) {
    var line = new StringBuilder("term ").append(term.name()).append(": ").append(term.header());
    line.append("; ").append(term.kind().name().toLowerCase(java.util.Locale.ROOT));
    if (!term.allowed().isEmpty()) {
      line.append("; ").append(String.join(", ", term.allowed()));
    }
    if (term.optional()) {
      line.append("; optional");
    }
    term.least().ifPresent(least -> line.append("; at least ").append(least.toPlainString()));
    return line.append("; ").append(term.meaning()).toString();
  }

  private static void addCoverage(Coverage coverage, List<String> lines) {
    new TreeMap<>(coverage.years())
        .forEach((year, day) -> lines.add("coverage: " + year + " is the year of " + day));
    for (Map.Entry<String, Map<String, List<String>>> asked :
        new TreeMap<>(coverage.asked()).entrySet()) {
      new TreeMap<>(asked.getValue())
          .forEach(
              (column, words) ->
                  lines.add(
                      "coverage: %s is asked for %s %s"
                          .formatted(asked.getKey(), column, String.join(", ", words))));
    }
    coverage
        .together()
        .forEach(tables -> lines.add("coverage: " + String.join(", ", tables) + " together"));
  }
}
