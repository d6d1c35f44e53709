package nz.cleancar.scenario.xlsx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.xlsx.Address;
import nz.cleancar.policy.xlsx.Cells;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.KeyBlock;
import nz.cleancar.policy.xlsx.Misread;
import nz.cleancar.policy.xlsx.ValueGrammar;
import nz.cleancar.scenario.Suite;

/** What stands above the header row of a suite: a title, keys, and what all cases are given. */
final class SuiteBlock {

  private static final int LONGEST_PURPOSE = 500;

  private static final String SUITE = "Suite";
  private static final String PURPOSE = "Purpose";
  private static final String TOPIC = "Topic";

  private static final KeyBlock.Known KEYS =
      new KeyBlock.Known(
          List.of(SUITE, PURPOSE, TOPIC),
          List.of(SUITE, PURPOSE, TOPIC),
          "Given:",
          ", or `Given:` with a heading");

  private final Cells cells;
  private final Policy policy;
  private final KeyBlock keys;
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
    this.keys = new KeyBlock(cells, KEYS, headerRow);
    cells.sheet().rows().tailMap(2, true).keySet().forEach(this::tellStrays);
    this.id = keys.id(SUITE, "charges", "suite-id");
    this.purpose =
        keys.value(
            PURPOSE,
            "what the suite proves",
            content -> ValueGrammar.prose(content, LONGEST_PURPOSE));
    this.topicName = keys.value(TOPIC, topics(), this::topic);
    this.topic = Topic.of(topicName.orElse(""), policy.vocabulary());
    keys.open().forEach(this::readGiven);
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
    return keys.at(SUITE);
  }

  /** The suite, unless what it is called or is about cannot be read. */
  Optional<Suite> suite(String file, String sheet) {
    if (title.isEmpty() || id.isEmpty() || purpose.isEmpty() || topicName.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Suite(id.get(), title.get(), purpose.get(), topicName.get(), file, sheet));
  }

  private void tellStrays(int row) {
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
      keys.tellTwice(at, "Given: " + term.header());
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
}
