package nz.cleancar.scenario.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.xlsx.Cells;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.Misread;
import nz.cleancar.policy.yaml.Nodes;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.xlsx.CaseGrammar;
import nz.cleancar.scenario.xlsx.Expected;
import nz.cleancar.scenario.xlsx.Topic;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What a case of a file is given and expects, with the grammar of cells. */
final class CaseEntries {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

  private final Nodes nodes;
  private final Topic topic;
  private final CaseGrammar grammar;

  CaseEntries(Nodes nodes, Topic topic, CaseGrammar grammar) {
    this.nodes = nodes;
    this.topic = topic;
    this.grammar = grammar;
  }

  /** What a case is given, which is this where the file says nothing else. */
  Map<String, Value> given(Node node, Map<String, Value> toAll) {
    var given = new HashMap<>(toAll);
    var seen = new HashSet<String>();
    for (Nodes.Entry entry : nodes.entries(node, "facts with their values")) {
      var fact = topic.fact(entry.key());
      if (fact.isEmpty()) {
        tellUnknownFact(entry);
      } else if (!seen.add(fact.get().name())) {
        tellTwice(entry);
      } else {
        Term term = fact.get();
        read(entry, content(entry.value(), term), content -> grammar.fact(term, content))
            .ifPresent(
                value ->
                    value.ifPresentOrElse(
                        known -> given.put(term.name(), known), () -> given.remove(term.name())));
      }
    }
    return given;
  }

  /** What a case expects that is given this. */
  List<Expectation> expectations(Node node, Map<String, Value> given) {
    var expectations = new ArrayList<Expectation>();
    var seen = new HashSet<Expected>();
    for (Nodes.Entry entry : nodes.entries(node, "headings with what is expected")) {
      var expected = topic.expected(entry.key());
      if (expected.isEmpty()) {
        tellUnknownExpectation(entry);
      } else if (isGiven(expected.get(), given)) {
        tellNoAnswer(entry);
      } else if (!seen.add(expected.get())) {
        tellTwice(entry);
      } else {
        var place = nodes.place(entry.keyNode());
        read(
                entry,
                content(entry.value(), expected.get()),
                text -> grammar.expectation(expected.get(), place, text))
            .ifPresent(expectations::add);
      }
    }
    return expectations;
  }

  /** Words to choose a case by. */
  List<String> tags(Node node) {
    var entry = new Nodes.Entry("tags", node, node);
    return text(node)
        .filter(text -> !text.equals(CaseGrammar.NONE))
        .<Content>map(Content.Text::new)
        .flatMap(content -> read(entry, Optional.of(content), CaseGrammar::tags))
        .orElseGet(List::of);
  }

  private <T> Optional<T> read(
      Nodes.Entry entry, Optional<Content> content, Cells.Grammar<T> values) {
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(values.read(content.get()));
    } catch (Misread misread) {
      nodes.tell(
          entry.value(),
          misread.code(),
          misread.expected(),
          content.get().shown(),
          misread.repair());
      return Optional.empty();
    }
  }

  private Optional<Content> content(Node node, Expected expected) {
    return expected instanceof Expected.OfTerm(Term term)
        ? content(node, term)
        : text(node).map(Content.Text::new);
  }

  /** The value as a cell would have it: what is meant to be a number is one, quoted or not. */
  private Optional<Content> content(Node node, Term term) {
    boolean isNumeric = term.kind() == Kind.WHOLE || term.kind() == Kind.DECIMAL;
    return text(node)
        .map(
            text ->
                isNumeric && NUMBER.matcher(text).matches()
                    ? new Content.Numeric(new BigDecimal(text))
                    : new Content.Text(text));
  }

  /** A text; a list is its texts with {@code ;} between them, or none. */
  private Optional<String> text(Node node) {
    if (node instanceof SequenceNode) {
      int before = nodes.count();
      var texts = nodes.items(node, "a list");
      String all = texts.stream().map(Nodes.Entry::key).collect(Collectors.joining("; "));
      return nodes.count() > before
          ? Optional.empty()
          : Optional.of(all.isEmpty() ? CaseGrammar.NONE : all);
    }
    return nodes.text(node, "a value, or a list of words");
  }

  private boolean isGiven(Expected expected, Map<String, Value> given) {
    return !topic.name().isEmpty()
        && expected instanceof Expected.OfTerm(Term term)
        && topic.complete(given).containsKey(term.name());
  }

  private void tellNoAnswer(Nodes.Entry entry) {
    nodes.tell(
        entry.keyNode(),
        "not-an-answer",
        "what the policy answers",
        Shown.text(entry.key()) + ", which the case is given",
        "Expect what follows from it, or remove the line.");
  }

  private void tellTwice(Nodes.Entry entry) {
    nodes.tell(
        entry.keyNode(),
        "duplicate-key",
        "each heading once",
        Shown.text(entry.key()) + " again",
        "Remove one of the two.");
  }

  private void tellUnknownFact(Nodes.Entry entry) {
    nodes.tell(
        entry.keyNode(),
        "unknown-fact",
        "a fact of the topic, by its name or heading",
        Shown.text(entry.key()),
        topic
            .nearestFact(entry.key())
            .map(nearest -> "The nearest fact is `" + nearest + "`.")
            .orElse("Correct it or remove it."));
  }

  private void tellUnknownExpectation(Nodes.Entry entry) {
    nodes.tell(
        entry.keyNode(),
        "unknown-column",
        "a term of the vocabulary, outcome, reason codes or rows used",
        Shown.text(entry.key()),
        topic
            .nearestExpected(entry.key())
            .map(nearest -> "The nearest is `" + nearest + "`.")
            .orElse("Correct the heading."));
  }
}
