package nz.cleancar.policy.yaml;

import jakarta.inject.Singleton;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.VocabularyReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
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
      return Contents.unread(
          List.of(
              Finding.error(
                  "file-too-large",
                  place,
                  "at most " + MOST_CHARACTERS + " characters",
                  text.length() + " characters",
                  "Shorten the vocabulary.")));
    }
    try {
      var yaml = new Yaml(new SafeConstructor(options()));
      var unwanted = new LinkedHashSet<Finding>();
      for (Event event : yaml.parse(new StringReader(text))) {
        if (unwanted.size() < Nodes.MOST_FINDINGS) {
          unwanted(file, event).ifPresent(unwanted::add);
        }
      }
      if (!unwanted.isEmpty()) {
        return Contents.unread(List.copyOf(unwanted));
      }
      Node root = yaml.compose(new StringReader(text));
      return new VocabularyFile(file).read(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      return Contents.unread(List.of(broken(new Place(file, "", "line " + line), e.getProblem())));
    } catch (YAMLException e) {
      return Contents.unread(List.of(broken(place, "a character or a depth that it may not have")));
    }
  }

  /** The finding for an alias, which could grow without end, or a tag, which names a class. */
  private static Optional<Finding> unwanted(String file, Event event) {
    var place = new Place(file, "", "line " + (event.getStartMark().getLine() + 1));
    String tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> null;
        };
    if (tag != null) {
      return Optional.of(
          Finding.error(
              "yaml-tag",
              place,
              "values without tags",
              Shown.text(tag),
              "Remove the tag, which begins with `!`."));
    }
    return event instanceof AliasEvent alias
        ? Optional.of(
            Finding.error(
                "yaml-alias",
                place,
                "each value in full",
                "the alias " + Shown.text("*" + alias.getAnchor()),
                "Write the value out."))
        : Optional.empty();
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
}
