package nz.cleancar.scenario.xlsx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.scenario.Answer;

/**
 * What cases about a topic may be given, and what they may expect, by the headings or names of the
 * vocabulary.
 *
 * @param name the topic's name
 * @param facts what a question about it carries, in the order of the vocabulary
 */
public record Topic(String name, List<Term> facts, Vocabulary vocabulary) {

  public Topic {
    facts = List.copyOf(facts);
  }

  /** The topic of this name; of one that the vocabulary does not have, all terms are facts. */
  public static Topic of(String name, Vocabulary vocabulary) {
    var names = Optional.ofNullable(vocabulary.topics().get(name));
    return new Topic(
        name,
        vocabulary.terms().stream()
            .filter(term -> names.isEmpty() || names.get().contains(term.name()))
            .filter(term -> term.kind() != Kind.SENTENCE)
            .toList(),
        vocabulary);
  }

  /** The fact that the text names; empty where it names none of this topic. */
  public Optional<Term> fact(String text) {
    return named(text).filter(facts::contains);
  }

  /** The term that the text names. */
  public Optional<Term> named(String text) {
    return vocabulary.headed(text).or(() -> vocabulary.named(text));
  }

  /** What the text names of an answer. */
  public Optional<Expected> expected(String text) {
    return special()
        .filter(expected -> expected.heading().equalsIgnoreCase(text))
        .findFirst()
        .or(() -> named(text).map(Expected.OfTerm::new));
  }

  private static Stream<Expected> special() {
    return Stream.of(
        new Expected.OfOutcome(), new Expected.OfReasonCodes(), new Expected.OfRowsUsed());
  }

  /** The heading of the fact most like the text. */
  public Optional<String> nearestFact(String text) {
    return nearest(text, headings(facts));
  }

  /** The heading of what can be expected that is most like the text. */
  public Optional<String> nearestExpected(String text) {
    var headings = headings(vocabulary.terms());
    special().forEach(expected -> headings.put(expected.heading(), expected.heading()));
    return nearest(text, headings);
  }

  /** The column most like the text: of a fact, or one of these. */
  Optional<String> nearestColumn(String text, List<String> others) {
    var headings = headings(facts);
    others.forEach(other -> headings.put(other, other));
    return nearest(text, headings);
  }

  private static Optional<String> nearest(String text, Map<String, String> headings) {
    return Nearest.to(text, List.copyOf(headings.keySet())).map(headings::get);
  }

  /** The headings with their units, by all that the terms may be called. */
  private static Map<String, String> headings(List<Term> terms) {
    var headings = new LinkedHashMap<String, String>();
    terms.forEach(term -> headings.putIfAbsent(term.header(), term.header()));
    terms.forEach(term -> headings.putIfAbsent(term.heading(), term.header()));
    terms.forEach(term -> headings.putIfAbsent(term.name(), term.header()));
    return headings;
  }

  /** What an answer may say; of a topic that cannot be read, what any may. */
  public List<String> outcomes() {
    return name.isEmpty()
        ? vocabulary.topicNames().stream()
            .flatMap(topic -> Answer.outcomes(topic).stream())
            .distinct()
            .toList()
        : Answer.outcomes(name);
  }

  /** The facts that no question can leave out and that are not among these. */
  public List<Term> missing(Map<String, Value> given) {
    return facts.stream()
        .filter(term -> !CaseGrammar.mayBeLeftOut(term) && !given.containsKey(term.name()))
        .toList();
  }

  /** The facts as the rules are told them: words that are left out are no words. */
  public Map<String, Value> complete(Map<String, Value> given) {
    var all = new HashMap<>(given);
    facts.stream()
        .filter(term -> term.kind() == Kind.WORDS)
        .forEach(term -> all.putIfAbsent(term.name(), Value.of(List.<String>of())));
    return all;
  }
}
