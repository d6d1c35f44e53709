package nz.cleancar.policy.yaml;

import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import org.jspecify.annotations.Nullable;
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

/** The one way in for YAML: plain nodes without tags and aliases, of a file that is not large. */
public final class YamlText {

  /**
   * The most keys, values and brackets of a file, each of which becomes an object many times as
   * large as its text may be.
   */
  public static final int MOST_EVENTS = 300_000;

  private static final int DEEPEST = 10;

  private YamlText() {}

  /** Says why a file is not read at all. */
  public static final class Unread extends Exception {

    private final transient List<Finding> findings;

    private Unread(List<Finding> findings) {
      super("The file is refused.", null, false, false);
      this.findings = List.copyOf(findings);
    }

    /** What is wrong with it. */
    public List<Finding> findings() {
      return findings;
    }
  }

  /**
   * The root of the file; null where there is nothing in it.
   *
   * @param most the most characters that it may have
   * @param repair what to do about a file with more
   */
  public static @Nullable Node compose(String file, String text, int most, String repair)
      throws Unread {
    var place = Place.of(file);
    if (text.length() > most) {
      throw new Unread(
          List.of(
              Finding.error(
                  "file-too-large",
                  place,
                  "at most " + most + " characters",
                  text.length() + " characters",
                  repair)));
    }
    try {
      var yaml = new Yaml(new SafeConstructor(options(most)));
      var unwanted = new LinkedHashSet<Finding>();
      int events = 0;
      for (Event event : yaml.parse(new StringReader(text))) {
        events++;
        if (events > MOST_EVENTS) {
          throw tooMany(place, repair);
        }
        if (unwanted.size() < Nodes.MOST_FINDINGS) {
          unwanted(file, event).ifPresent(unwanted::add);
        }
      }
      if (!unwanted.isEmpty()) {
        throw new Unread(List.copyOf(unwanted));
      }
      return yaml.compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw broken(new Place(file, "", "line " + line), e.getProblem());
    } catch (YAMLException e) {
      throw broken(place, "a character or a depth that it may not have");
    }
  }

  private static Unread tooMany(Place place, String repair) {
    return new Unread(
        List.of(
            Finding.error(
                "too-many-values",
                place,
                "at most " + MOST_EVENTS + " keys, values and brackets",
                "more",
                repair)));
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

  private static LoaderOptions options(int most) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(most);
    return options;
  }

  private static Unread broken(Place place, String problem) {
    return new Unread(
        List.of(
            Finding.error(
                "broken-yaml",
                place,
                "YAML",
                Shown.plain(problem),
                "Look at the indents, the colons and the brackets around this line.")));
  }
}
