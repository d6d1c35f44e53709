package nz.cleancar.scenario.xlsx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.xlsx.Address;
import nz.cleancar.policy.xlsx.Area;
import nz.cleancar.policy.xlsx.Cells;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.Misread;
import nz.cleancar.policy.xlsx.ValueGrammar;
import nz.cleancar.scenario.Suite;

/** What stands above the header row of a suite: a title, keys, and what all cases are given. */
final class SuiteBlock {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final int LONGEST_PURPOSE = 500;
  private static final String GIVEN = "given:";

  /** The keys that a suite must have. */
  private enum Key {
    SUITE("Suite"),
    PURPOSE("Purpose"),
    TOPIC("Topic");

    private final String words;

    Key(String words) {
      this.words = words;
    }
  }

  private final Cells cells;
  private final Policy policy;
  private final Map<String, Address> keys = new LinkedHashMap<>();
  private final Map<String, Address> givens = new LinkedHashMap<>();
  private final Map<String, Value> given = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();
  private final Optional<String> title;
  private final Optional<String> id;
  private final Optional<String> purpose;
  private final Optional<String> topicName;
  private final Topic topic;

  /** Reads the block in these cells, of which the last row stands just above the header. */
  SuiteBlock(Cells cells, Policy policy, int headerRow) {
    this.cells = cells;
    this.policy = policy;
    this.title =
        cells.require(
            new Address(1, 1),
            "the title of the suite",
            "Write in A1 what the suite is.",
            content -> ValueGrammar.prose(content, CaseGrammar.LONGEST_NAME));
    cells.sheet().rows().tailMap(2, true).keySet().forEach(this::readKey);
    checkComplete(headerRow);
    this.id = value(Key.SUITE, "an id such as `charges`", SuiteBlock::id);
    this.purpose =
        value(
            Key.PURPOSE,
            "what the suite proves",
            content -> ValueGrammar.prose(content, LONGEST_PURPOSE));
    this.topicName = value(Key.TOPIC, topics(), this::topic);
    this.topic = Topic.of(topicName.orElse(""), policy.vocabulary());
    givens.forEach(this::readGiven);
  }

  /** What the suite is about; all terms are facts where that cannot be read. */
  Topic topic() {
    return topic;
  }

  /** What all cases are given that say nothing else, by name. */
  Map<String, Value> given() {
    return given;
  }

  /** The names of the facts that the block speaks of, also of those whose value cannot be read. */
  Set<String> mentioned() {
    return mentioned;
  }

  /** The cell of the suite's id, if it has one. */
  Optional<Address> idCell() {
    return Optional.ofNullable(keys.get(Key.SUITE.words));
  }

  /** The suite, unless what it is called or is about cannot be read. */
  Optional<Suite> suite(String file, String sheet) {
    if (title.isEmpty() || id.isEmpty() || purpose.isEmpty() || topicName.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Suite(id.get(), title.get(), purpose.get(), topicName.get(), file, sheet));
  }

  private void readKey(int row) {
    var at = new Address(row, 1);
    var beside = new Address(row, 2);
    if (cells.sheet().at(at).isEmpty()) {
      if (cells.sheet().at(beside).isPresent()) {
        cells.require(at, "a key", "Write before the value what it is.", content -> content);
      }
    } else {
      cells.read(at, SuiteBlock::key).ifPresent(key -> put(key, at, beside));
    }
    cells.sheet().row(row).tailMap(2, false).keySet().stream()
        .map(column -> new Address(row, column))
        .forEach(this::tellStray);
  }

  private void tellStray(Address at) {
    cells
        .findings()
        .at(
            at,
            "stray-cell",
            "nothing outside the suite",
            cells.sheet().at(at).map(Content::shown).orElse(""),
            "Clear the cell; what a case is there for goes under Reason.");
  }

  private void put(String key, Address at, Address beside) {
    boolean isGiven = key.toLowerCase(Locale.ROOT).startsWith(GIVEN);
    var all = isGiven ? givens : keys;
    String name = isGiven ? key.substring(GIVEN.length()).strip() : key;
    if (all.putIfAbsent(name, beside) != null) {
      tellTwice(at, key);
    }
  }

  private void tellTwice(Address at, String key) {
    cells
        .findings()
        .at(
            at,
            "duplicate-key",
            "each key once",
            Shown.text(key) + " again",
            "Remove one of the two.");
  }

  private static String key(Content content) throws Misread {
    String words = ValueGrammar.prose(content, CaseGrammar.LONGEST_NAME);
    if (words.toLowerCase(Locale.ROOT).startsWith(GIVEN)) {
      return words;
    }
    var known = Arrays.stream(Key.values()).map(key -> key.words).toList();
    for (String key : known) {
      if (key.equalsIgnoreCase(words)) {
        return key;
      }
    }
    throw new Misread(
        "unknown-key",
        "one of " + String.join(", ", known) + ", or `Given:` with a heading",
        Nearest.to(words, known)
            .map(nearest -> "The nearest key is `" + nearest + "`.")
            .orElse("Correct the key or clear the row."));
  }

  private void checkComplete(int headerRow) {
    for (Key key : Key.values()) {
      if (!keys.containsKey(key.words) && !isMistyped(key)) {
        cells
            .findings()
            .across(
                Area.of(2, 1, Math.max(2, headerRow - 1), 2),
                "missing-key",
                "`" + key.words + "` and its value",
                "neither",
                "Add a row with both above the header.");
      }
    }
  }

  /** Whether a key that was told to be unknown is nearest to this one. */
  private boolean isMistyped(Key key) {
    var known = Arrays.stream(Key.values()).map(each -> each.words).toList();
    return cells.sheet().rows().tailMap(2, true).keySet().stream()
        .map(row -> new Address(row, 1))
        .filter(cells.findings()::isTold)
        .flatMap(at -> cells.sheet().at(at).stream())
        .anyMatch(
            content ->
                content instanceof Content.Text(String text)
                    && Nearest.to(text, known).filter(key.words::equals).isPresent());
  }

  private static String id(Content content) throws Misread {
    String id = ValueGrammar.prose(content, CaseGrammar.LONGEST_NAME);
    if (!ID.matcher(id).matches()) {
      throw new Misread(
          "suite-id",
          "an id such as `charges`",
          "Use small letters, digits and `-` alone, at most 60, with a letter first.");
    }
    return id;
  }

  private String topics() {
    return "one of "
        + String.join(", ", policy.vocabulary().topicNames().stream().sorted().toList());
  }

  private String topic(Content content) throws Misread {
    String name = ValueGrammar.prose(content, CaseGrammar.LONGEST_NAME);
    if (!policy.vocabulary().topicNames().contains(name)) {
      throw new Misread(
          "unknown-suite-topic",
          topics(),
          Nearest.to(name, List.copyOf(policy.vocabulary().topicNames()))
              .map(nearest -> "The nearest topic is `" + nearest + "`.")
              .orElse("Say what the questions of the suite are about."));
    }
    return name;
  }

  private void readGiven(String heading, Address at) {
    var fact = topic.fact(heading);
    if (fact.isEmpty()) {
      var key = new Address(at.row(), 1);
      cells
          .findings()
          .at(
              key,
              "unknown-fact",
              "`Given:` with the heading of a fact of the topic",
              cells.sheet().at(key).map(Content::shown).orElse(""),
              topic
                  .nearestFact(heading)
                  .map(nearest -> "The nearest fact is `" + nearest + "`.")
                  .orElse("Correct the heading or clear the row."));
      return;
    }
    Term term = fact.get();
    var grammar = new CaseGrammar(policy, topic);
    if (!mentioned.add(term.name())) {
      tellTwice(new Address(at.row(), 1), "Given: " + term.header());
    }
    cells
        .require(
            at,
            CaseGrammar.factText(term),
            "Write beside the heading what all cases are given.",
            content -> grammar.fact(term, content))
        .flatMap(value -> value)
        .ifPresent(value -> given.put(term.name(), value));
  }

  private <T> Optional<T> value(Key key, String expected, Cells.Grammar<T> grammar) {
    return Optional.ofNullable(keys.get(key.words))
        .flatMap(at -> cells.require(at, expected, "Write it beside the key.", grammar));
  }
}
