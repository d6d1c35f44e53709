package nz.cleancar.scenario.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.yaml.Nodes;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.SuiteReader;
import nz.cleancar.scenario.xlsx.CaseGrammar;
import nz.cleancar.scenario.xlsx.Topic;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one file as one suite. */
final class SuiteNodes {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final List<String> TOP =
      List.of("suite", "title", "purpose", "topic", "given", "scenarios");
  private static final List<String> CASE = List.of("name", "reason", "tags", "given", "expect");

  private final String file;
  private final Policy policy;
  private final Consumer<Scenario> cases;
  private final Nodes nodes;
  private final Map<String, Place> names = new HashMap<>();

  SuiteNodes(String file, Policy policy, Consumer<Scenario> cases) {
    this.file = file;
    this.policy = policy;
    this.cases = cases;
    this.nodes = new Nodes(file);
  }

  SuiteReader.Contents read(Node root) {
    var top = byKey(root, "a suite", TOP);
    tellMissing(root, top, List.of("suite", "title", "purpose", "topic", "scenarios"));
    var id = text(top, "suite", "an id such as `charges`").filter(text -> isId(top, text));
    var title = text(top, "title", "the title of the suite");
    var purpose = text(top, "purpose", "what the suite proves");
    var name = text(top, "topic", topics()).filter(text -> isTopic(top, text));
    var topic = Topic.of(name.orElse(""), policy.vocabulary());
    var entries = new CaseEntries(nodes, topic, new CaseGrammar(policy, topic));
    var given =
        Optional.ofNullable(top.get("given"))
            .map(entry -> entries.given(entry.value(), Map.of()))
            .orElseGet(Map::of);
    boolean isSound = nodes.count() == 0;
    var suite =
        isSound
            ? new Suite(
                id.orElseThrow(),
                title.orElseThrow(),
                purpose.orElseThrow(),
                name.orElseThrow(),
                file,
                "")
            : null;
    Optional.ofNullable(top.get("scenarios"))
        .ifPresent(entry -> readCases(entry.value(), suite, topic, entries, given));
    return suite == null
        ? new SuiteReader.Contents(List.of(), List.of(), nodes.findings())
        : new SuiteReader.Contents(
            List.of(suite), List.of(nodes.place(at(top, "suite"))), nodes.findings());
  }

  private void readCases(
      Node node,
      @Nullable Suite suite,
      Topic topic,
      CaseEntries entries,
      Map<String, Value> given) {
    if (!(node instanceof SequenceNode list)) {
      nodes.items(node, "a list of scenarios");
      return;
    }
    if (list.getValue().isEmpty()) {
      nodes.tell(node, "no-rows", "at least one case", "none", "Write the cases in a list.");
    }
    for (Node item : list.getValue()) {
      if (nodes.isFull()) {
        return;
      }
      int before = nodes.count();
      var scenario = scenario(item, suite, topic, entries, given);
      if (nodes.count() == before) {
        scenario.ifPresent(cases);
      }
    }
  }

  /** The case; nothing where it cannot be made, or belongs to a suite that cannot. */
  private Optional<Scenario> scenario(
      Node item,
      @Nullable Suite suite,
      Topic topic,
      CaseEntries entries,
      Map<String, Value> toAll) {
    var parts = byKey(item, "a scenario", CASE);
    tellMissing(item, parts, List.of("name"));
    var name = text(parts, "name", "the name of the case");
    name.ifPresent(text -> checkName(parts, text));
    var reason = text(parts, "reason", "why the case is there");
    var tags =
        Optional.ofNullable(parts.get("tags"))
            .map(entry -> entries.tags(entry.value()))
            .orElseGet(List::of);
    int beforeGiven = nodes.count();
    var given =
        Optional.ofNullable(parts.get("given"))
            .map(entry -> entries.given(entry.value(), toAll))
            .orElse(toAll);
    if (nodes.count() == beforeGiven) {
      checkFacts(item, topic, given);
    }
    int beforeExpect = nodes.count();
    var expectations =
        Optional.ofNullable(parts.get("expect"))
            .map(entry -> entries.expectations(entry.value(), given))
            .orElseGet(List::of);
    if (nodes.count() == beforeExpect && expectations.isEmpty()) {
      nodes.tell(
          item,
          "no-expectation",
          "something that the case expects",
          "nothing",
          "Write under `expect` what the case expects, or remove it.");
    }
    if (suite == null || name.isEmpty() || expectations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Scenario(
            suite,
            name.get(),
            reason.orElse(""),
            tags,
            nodes.place(item),
            new Facts(topic.name(), topic.complete(given)),
            expectations));
  }

  private void checkFacts(Node item, Topic topic, Map<String, Value> given) {
    var missing = topic.name().isEmpty() ? List.<Term>of() : topic.missing(given);
    if (!missing.isEmpty()) {
      nodes.tell(
          item,
          "missing-fact",
          missing.stream().map(Term::name).collect(Collectors.joining("`, `", "`", "`")),
          "nothing",
          "No question can leave these out; write their values under `given`.");
    }
  }

  private void checkName(Map<String, Nodes.Entry> parts, String name) {
    Node node = at(parts, "name");
    if (name.length() > CaseGrammar.LONGEST_NAME) {
      nodes.tell(
          node,
          "too-long",
          "at most " + CaseGrammar.LONGEST_NAME + " characters",
          Shown.text(name),
          "Shorten it.");
    }
    var first = names.putIfAbsent(name, nodes.place(node));
    if (first != null) {
      nodes.tell(
          node,
          "duplicate-scenario",
          "each name once",
          Shown.text(name) + ", as in " + first.cell(),
          "Say in the name what the case has of its own.");
    }
  }

  private Map<String, Nodes.Entry> byKey(Node node, String expected, List<String> known) {
    var byKey = new TreeMap<String, Nodes.Entry>();
    nodes.entries(node, expected, known).forEach(entry -> byKey.put(entry.key(), entry));
    return byKey;
  }

  /** The value of a key that is there. */
  private static Node at(Map<String, Nodes.Entry> entries, String key) {
    return Objects.requireNonNull(entries.get(key)).value();
  }

  private void tellMissing(Node node, Map<String, Nodes.Entry> entries, List<String> needed) {
    for (String key : needed) {
      if (!entries.containsKey(key)) {
        nodes.tell(
            node,
            "missing-key",
            "`" + key + ":` and its value",
            "neither",
            "Add a line with both.");
      }
    }
  }

  private Optional<String> text(Map<String, Nodes.Entry> entries, String key, String expected) {
    return Optional.ofNullable(entries.get(key))
        .flatMap(entry -> nodes.text(entry.value(), expected));
  }

  private boolean isId(Map<String, Nodes.Entry> top, String id) {
    boolean isId = ID.matcher(id).matches();
    if (!isId) {
      nodes.tell(
          at(top, "suite"),
          "suite-id",
          "an id such as `charges`",
          Shown.text(id),
          "Use small letters, digits and `-` alone, at most 60, with a letter first.");
    }
    return isId;
  }

  private String topics() {
    return "one of "
        + String.join(", ", policy.vocabulary().topicNames().stream().sorted().toList());
  }

  private boolean isTopic(Map<String, Nodes.Entry> top, String name) {
    boolean isTopic = policy.vocabulary().topicNames().contains(name);
    if (!isTopic) {
      nodes.tell(
          at(top, "topic"),
          "unknown-suite-topic",
          topics(),
          Shown.text(name),
          Nearest.to(name, List.copyOf(policy.vocabulary().topicNames()))
              .map(nearest -> "The nearest topic is `" + nearest + "`.")
              .orElse("Say what the questions of the suite are about."));
    }
    return isTopic;
  }
}
