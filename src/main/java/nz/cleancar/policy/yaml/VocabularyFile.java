package nz.cleancar.policy.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.VocabularyReader.Contents;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** One vocabulary's file: its terms, and the topics that are made of them. */
final class VocabularyFile {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
  private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,12}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,6})?");
  private static final int LONGEST_HEADING = 80;
  private static final int LONGEST_MEANING = 500;
  private static final List<String> TERM_KEYS =
      List.of("heading", "kind", "unit", "allowed", "optional", "least", "meaning");

  /** Headings that every table has for its rows. */
  private static final Set<String> TAKEN = Set.of("source", "standing", "note");

  /** Words of the rule language, in which names of the vocabulary become fields. */
  private static final Set<String> RULE_WORDS =
      Set.of(
          "accumulate",
          "and",
          "collect",
          "contains",
          "declare",
          "end",
          "eval",
          "exists",
          "forall",
          "from",
          "function",
          "global",
          "in",
          "matches",
          "memberOf",
          "not",
          "or",
          "over",
          "query",
          "rule",
          "soundslike",
          "then",
          "when");

  private final Nodes nodes;
  private final Map<String, List<String>> topics = new LinkedHashMap<>();
  private final List<Term> terms = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, String> nameByHeading = new HashMap<>();

  VocabularyFile(String file) {
    this.nodes = new Nodes(file);
  }

  /** The vocabulary under this node, as far as it can be read. */
  Contents read(@Nullable Node root) {
    if (root == null) {
      return Contents.unread(List.of(nodes.empty()));
    }
    var parts = new HashMap<String, Node>();
    nodes
        .entries(root, "`topics` and `terms`", List.of("topics", "terms", "coverage"))
        .forEach(entry -> parts.put(entry.key(), entry.value()));
    for (String part : List.of("topics", "terms")) {
      if (!parts.containsKey(part)) {
        nodes.tell(root, "missing-key", "`" + part + "`", "neither it nor its entries", "Add it.");
      }
    }
    var names = new HashSet<String>();
    Optional.ofNullable(parts.get("terms"))
        .map(node -> nodes.entries(node, "terms by name"))
        .orElse(List.of())
        .forEach(
            entry -> {
              names.add(entry.key());
              readTerm(entry);
            });
    Optional.ofNullable(parts.get("topics"))
        .map(node -> nodes.entries(node, "topics by name"))
        .orElse(List.of())
        .forEach(entry -> readTopic(entry, names));
    var coverage = new CoverageFile(nodes, terms, names);
    var covered =
        Optional.ofNullable(parts.get("coverage")).map(coverage::read).orElse(Coverage.PLAIN);
    return new Contents(
        new Vocabulary(topics, terms, covered), places, coverage.mentions(), nodes.findings());
  }

  private void readTopic(Nodes.Entry entry, Set<String> names) {
    if (!TOPIC.matcher(entry.key()).matches()) {
      nodes.tell(
          entry.keyNode(),
          "topic-name",
          "a name such as `credit-life`",
          Shown.text(entry.key()),
          "Use small letters, digits and `-` alone, with a letter first.");
    }
    var facts = new ArrayList<String>();
    for (Nodes.Entry fact : nodes.items(entry.value(), "a list of terms")) {
      if (!names.contains(fact.key())) {
        nodes.tell(
            fact.value(),
            "unknown-term",
            "a name under `terms`",
            Shown.text(fact.key()),
            Nearest.to(fact.key(), List.copyOf(names))
                .map(nearest -> "The nearest is `" + nearest + "`.")
                .orElse("Correct the name, or add the term."));
      } else if (facts.contains(fact.key())) {
        nodes.tell(
            fact.value(),
            "duplicate-member",
            "each fact once",
            Shown.text(fact.key()) + " again",
            "Remove one of the two.");
      } else {
        facts.add(fact.key());
      }
    }
    topics.put(entry.key(), facts);
  }

  private void readTerm(Nodes.Entry entry) {
    checkName(entry);
    var fields = new HashMap<String, Node>();
    nodes
        .entries(entry.value(), "a heading, a kind and a meaning", TERM_KEYS)
        .forEach(field -> fields.put(field.key(), field.value()));
    var heading = required(entry, fields, "heading").flatMap(node -> heading(entry, node));
    var kind = required(entry, fields, "kind").flatMap(this::kind);
    var meaning =
        required(entry, fields, "meaning").flatMap(node -> limited(node, LONGEST_MEANING));
    var unit = Optional.ofNullable(fields.get("unit")).flatMap(this::unit);
    var optional = Optional.ofNullable(fields.get("optional")).flatMap(this::truth);
    var allowed = Optional.ofNullable(fields.get("allowed")).map(node -> allowed(node, kind));
    var least = Optional.ofNullable(fields.get("least")).flatMap(node -> least(node, kind));
    if (heading.isPresent() && kind.isPresent() && meaning.isPresent()) {
      var term =
          new Term(
              entry.key(),
              heading.get(),
              kind.get(),
              unit.orElse(""),
              allowed.orElse(List.of()),
              optional.orElse(false),
              meaning.get(),
              least.orElse(null));
      checkHeader(entry, term);
      terms.add(term);
      places.put(term.name(), nodes.place(entry.keyNode()));
    }
  }

  private void checkName(Nodes.Entry entry) {
    if (!NAME.matcher(entry.key()).matches()) {
      nodes.tell(
          entry.keyNode(),
          "term-name",
          "a name such as `annualTarget`",
          Shown.text(entry.key()),
          "Use letters and digits alone, at most 60, with a small letter first.");
    } else if (SourceVersion.isKeyword(entry.key()) || RULE_WORDS.contains(entry.key())) {
      nodes.tell(
          entry.keyNode(),
          "reserved-name",
          "a name that means nothing to the rule language",
          Shown.text(entry.key()),
          "Add a word to it.");
    }
  }

  private Optional<Node> required(Nodes.Entry entry, Map<String, Node> fields, String key) {
    var node = Optional.ofNullable(fields.get(key));
    if (node.isEmpty() && entry.value() instanceof MappingNode) {
      nodes.tell(
          entry.keyNode(),
          "missing-key",
          "`" + key + "`",
          "none under " + Shown.text(entry.key()),
          "Add a line `" + key + ":`.");
    }
    return node;
  }

  private Optional<String> heading(Nodes.Entry entry, Node node) {
    var heading = limited(node, LONGEST_HEADING);
    if (heading.isPresent() && heading.get().matches(".*[{}`].*|(→|->).*|.*\\s{2}.*")) {
      nodes.tell(
          node,
          "heading",
          "a heading in words",
          Shown.text(heading.get()),
          "Leave out arrows, braces and double spaces.");
      return Optional.empty();
    }
    if (heading.isPresent() && TAKEN.contains(heading.get().toLowerCase(Locale.ROOT))) {
      nodes.tell(
          node,
          "reserved-heading",
          "a heading other than Source, Standing and Note",
          Shown.text(heading.get()) + " for " + Shown.text(entry.key()),
          "Every table has these columns already; choose another heading.");
      return Optional.empty();
    }
    return heading;
  }

  private void checkHeader(Nodes.Entry entry, Term term) {
    Stream.of(term.heading(), term.header())
        .distinct()
        .map(header -> header.toLowerCase(Locale.ROOT))
        .map(header -> nameByHeading.putIfAbsent(header, term.name()))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(
            other ->
                nodes.tell(
                    entry.keyNode(),
                    "duplicate-heading",
                    "a heading of its own",
                    Shown.text(term.header()) + ", which " + Shown.text(other) + " has too",
                    "Choose another heading for one of the two."));
  }

  private Optional<String> unit(Node node) {
    var unit = limited(node, LONGEST_HEADING);
    if (unit.isPresent() && unit.get().matches(".*[(){}`].*")) {
      nodes.tell(
          node,
          "unit",
          "a unit without brackets",
          Shown.text(unit.get()),
          "Headings put the brackets around it.");
      return Optional.empty();
    }
    return unit;
  }

  private Optional<String> limited(Node node, int limit) {
    return nodes
        .text(node, "a text")
        .filter(
            text -> {
              if (text.length() > limit) {
                nodes.tell(
                    node,
                    "too-long",
                    "at most " + limit + " characters",
                    text.length() + " characters",
                    "Shorten it.");
              }
              return text.length() <= limit;
            });
  }

  private Optional<Kind> kind(Node node) {
    var kinds = Arrays.stream(Kind.values()).map(VocabularyFile::words).toList();
    var text = nodes.text(node, "one of " + String.join(", ", kinds));
    var kind =
        text.flatMap(
            words -> Arrays.stream(Kind.values()).filter(k -> words(k).equals(words)).findFirst());
    if (text.isPresent() && kind.isEmpty()) {
      nodes.tell(
          node,
          "kind",
          "one of " + String.join(", ", kinds),
          Shown.text(text.get()),
          Nearest.to(text.get(), kinds)
              .map(nearest -> "The nearest is `" + nearest + "`.")
              .orElse("Choose one of them."));
    }
    return kind;
  }

  private static String words(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Optional<Boolean> truth(Node node) {
    var text = nodes.text(node, "`true` or `false`");
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      nodes.tell(
          node, "optional", "`true` or `false`", Shown.text(text.get()), "Write one of the two.");
    }
    return text.map("true"::equals);
  }

  private Optional<BigDecimal> least(Node node, Optional<Kind> kind) {
    boolean whole = kind.isPresent() && kind.get() == Kind.WHOLE;
    if (kind.isPresent() && !whole && kind.get() != Kind.DECIMAL) {
      nodes.tell(
          node,
          "least",
          "a least number for the kinds whole and decimal alone",
          "one for the kind " + words(kind.get()),
          "Remove `least`.");
      return Optional.empty();
    }
    var text = nodes.text(node, "a number");
    var number =
        text.filter(digits -> (whole ? WHOLE_NUMBER : NUMBER).matcher(digits).matches())
            .map(BigDecimal::new);
    if (text.isPresent() && number.isEmpty()) {
      nodes.tell(
          node,
          "least",
          whole ? "a whole number such as 0" : "a number such as 0 or 0.5",
          Shown.text(text.get()),
          "Write it in digits, at most 12 and six decimals.");
    }
    return number;
  }

  private List<String> allowed(Node node, Optional<Kind> kind) {
    if (kind.isPresent() && kind.get() != Kind.WORD && kind.get() != Kind.WORDS) {
      nodes.tell(
          node,
          "allowed",
          "allowed words for the kinds word and words alone",
          "some for the kind " + words(kind.get()),
          "Remove `allowed`.");
      return List.of();
    }
    var words = new ArrayList<String>();
    for (Nodes.Entry item : nodes.items(node, "a list of words")) {
      if (!WORD.matcher(item.key()).matches() || item.key().equalsIgnoreCase("any")) {
        nodes.tell(
            item.value(),
            "not-a-word",
            "a word",
            Shown.text(item.key()),
            "Use letters, digits, `_` and `-` alone; `any` is no word.");
      } else if (words.contains(item.key())) {
        nodes.tell(
            item.value(),
            "duplicate-member",
            "each word once",
            Shown.text(item.key()) + " again",
            "Remove one of the two.");
      } else {
        words.add(item.key());
      }
    }
    return words;
  }
}
