package nz.cleancar.policy.yaml;

import jakarta.inject.Singleton;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.VocabularyReader;
import nz.cleancar.policy.table.Vocabulary;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a vocabulary from YAML without tags and aliases. Safe for many threads at once. */
@Singleton
public final class YamlVocabularyReader implements VocabularyReader {

  /** The most characters of a vocabulary. */
  static final int MOST_CHARACTERS = 500_000;

  private static final int DEEPEST = 10;

  @Override
  public Contents read(String file, String text) {
    var place = Place.of(file);
    if (text.length() > MOST_CHARACTERS) {
      return refused(
          Finding.error(
              "file-too-large",
              place,
              "at most " + MOST_CHARACTERS + " characters",
              text.length() + " characters",
              "Shorten the vocabulary."));
    }
    try {
      var yaml = new Yaml(new SafeConstructor(options()));
      for (Event event : yaml.parse(new StringReader(text))) {
        if (event instanceof AliasEvent alias) {
          int line = alias.getStartMark().getLine() + 1;
          return refused(
              Finding.error(
                  "yaml-alias",
                  new Place(file, "", "line " + line),
                  "each value in full",
                  "the alias " + Shown.text("*" + alias.getAnchor()),
                  "Write the value out."));
        }
      }
      Node root = yaml.compose(new StringReader(text));
      return new VocabularyFile(file).read(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      return refused(broken(new Place(file, "", "line " + line), e.getProblem()));
    } catch (YAMLException e) {
      return refused(broken(place, "a character or a depth that it may not have"));
    }
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(MOST_CHARACTERS);
    return options;
  }

  private static Finding broken(Place place, String problem) {
    return Finding.error(
        "broken-yaml",
        place,
        "YAML",
        Shown.plain(problem),
        "Look at the indents, the colons and the brackets around this line.");
  }

  private static Contents refused(Finding finding) {
    return new Contents(new Vocabulary(Map.of(), List.of()), Map.of(), List.of(finding));
  }
}
