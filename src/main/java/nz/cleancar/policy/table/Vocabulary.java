package nz.cleancar.policy.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every column and fact by name, and the topics that questions may be about.
 *
 * @param topics each topic with the facts that a question about it carries, by name, in the order
 *     of the vocabulary's file: what people ask most comes first
 * @param terms the terms in the order of the vocabulary's file
 * @param coverage what tables must have a row for
 */
public record Vocabulary(Map<String, List<String>> topics, List<Term> terms, Coverage coverage) {

  /** A vocabulary with nothing to say of what tables must have a row for. */
  public Vocabulary(Map<String, List<String>> topics, List<Term> terms) {
    this(topics, terms, Coverage.PLAIN);
  }

  public Vocabulary {
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
    terms = List.copyOf(terms);
  }

  /** The term that rules know by this name. */
  public Optional<Term> named(String name) {
    return terms.stream().filter(term -> term.name().equals(name)).findFirst();
  }

  /**
   * The term with this header, which has its unit, or this bare heading; capitals do not matter.
   */
  public Optional<Term> headed(String header) {
    return terms.stream()
        .filter(
            term ->
                term.header().equalsIgnoreCase(header) || term.heading().equalsIgnoreCase(header))
        .findFirst();
  }

  /** The header most like the text, for a reader who mistyped one. */
  public Optional<String> nearestHeader(String text) {
    return Nearest.to(text, terms.stream().map(Term::header).toList());
  }

  /** The terms by name. */
  public Map<String, Term> byName() {
    var byName = new LinkedHashMap<String, Term>();
    terms.forEach(term -> byName.put(term.name(), term));
    return byName;
  }

  /** The names of all topics, in the order of the vocabulary's file. */
  public Set<String> topicNames() {
    return topics.keySet();
  }
}
