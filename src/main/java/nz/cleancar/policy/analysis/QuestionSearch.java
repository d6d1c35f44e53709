package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Draws whole questions of any topic, from whatever the vocabulary and the tables name. What came
 * near is drawn from again. The same seed draws the same questions.
 */
final class QuestionSearch {

  private static final int EXPLORED = 300;

  private final Vocabulary vocabulary;
  private final Map<String, Term> terms;
  private final FactPools pools;

  QuestionSearch(Vocabulary vocabulary, List<PolicyTable> tables) {
    this.vocabulary = vocabulary;
    this.terms = vocabulary.byName();
    this.pools = new FactPools(vocabulary, tables);
  }

  /** Tries a question. */
  interface Trial {

    /** How far the question went towards what is looked for; more is nearer. */
    Went went(Facts question);

    /** Questions that may go farther than the last one did. */
    default List<Facts> farther() {
      return List.of();
    }

    /** Whether nothing more is looked for. */
    boolean isOver();
  }

  /**
   * How far a question went.
   *
   * @param tables the tables that it asked
   * @param points how near it came, {@link #ASKED} or more where it asks what is to be asked
   */
  record Went(Set<String> tables, int points) {

    static final int ASKED = 1_000;

    Went {
      tables = Set.copyOf(tables);
    }
  }

  FactPools pools() {
    return pools;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * Draws questions for the trial until it is over, of one topic after the other in the order of
   * the vocabulary: about so many at most of a topic that asks what is to be asked, and few of any
   * other.
   */
  void searchInOrder(Wishes wishes, long seed, int most, Trial trial) {
    for (String topic : vocabulary.topicNames()) {
      var random = new Random(seed);
      var kept = new Kept();
      int drawn = 0;
      while (!trial.isOver() && drawn < (Kept.asks(kept) ? most : Math.min(most, EXPLORED))) {
        drawn += tryOne(topic, kept, wishes, random, trial);
      }
    }
  }

  /** Draws questions for the trial until it is over, about so many at most; the number drawn. */
  int search(Wishes wishes, long seed, int most, Trial trial) {
    var random = new Random(seed);
    var topics = new ArrayList<>(new TreeSet<>(vocabulary.topicNames()));
    var kept = new HashMap<String, Kept>();
    int drawn = 0;
    while (drawn < most && !trial.isOver() && !topics.isEmpty()) {
      if (drawn == EXPLORED * topics.size()) {
        var asking = topics.stream().filter(topic -> Kept.asks(kept.get(topic))).toList();
        topics.retainAll(asking.isEmpty() ? List.copyOf(topics) : asking);
      }
      String topic = topics.get(drawn % topics.size());
      var base = kept.computeIfAbsent(topic, _ -> new Kept());
      drawn += tryOne(topic, base, wishes, random, trial);
    }
    return drawn;
  }

  /** Tries a question of the topic, and those that may go farther; how many. */
  private int tryOne(String topic, Kept kept, Wishes wishes, Random random, Trial trial) {
    var facts =
        kept.isEmpty() || random.nextInt(4) == 0
            ? draw(topic, wishes, random)
            : like(kept.one(random), wishes, random);
    int drawn = 1;
    kept.keep(facts, trial.went(facts));
    for (Facts next : trial.farther()) {
      drawn++;
      kept.keep(next, trial.went(next));
    }
    return drawn;
  }

  /** Questions of a topic to draw from again: those that went farthest, and some of each way. */
  private static final class Kept {

    private static final int MOST_OF_A_WAY = 20;

    private final Map<Set<String>, List<Facts>> ways = new LinkedHashMap<>();
    private final List<List<Facts>> byWay = new ArrayList<>();
    private final List<Facts> farthest = new ArrayList<>();
    private int points;

    static boolean asks(@Nullable Kept kept) {
      return kept != null && kept.points >= Went.ASKED;
    }

    boolean isEmpty() {
      return byWay.isEmpty();
    }

    Facts one(Random random) {
      return !farthest.isEmpty() && random.nextBoolean()
          ? FactPools.one(farthest, random)
          : FactPools.one(FactPools.one(byWay, random), random);
    }

    void keep(Facts facts, Went went) {
      var way = ways.get(went.tables());
      if (way == null) {
        way = new ArrayList<>();
        ways.put(went.tables(), way);
        byWay.add(way);
      }
      if (way.size() < MOST_OF_A_WAY) {
        way.add(facts);
      }
      if (went.points() > points) {
        points = went.points();
        farthest.clear();
      }
      if (went.points() == points && farthest.size() < MOST_OF_A_WAY) {
        farthest.add(facts);
      }
    }
  }

  /** The question with as many facts as can be as ordinary as can be, so that it still passes. */
  Facts ordinary(Facts question, Predicate<Facts> passes) {
    var ordinary = question;
    for (String fact : vocabulary.topics().getOrDefault(question.topic(), List.of())) {
      var term = terms.get(fact);
      if (term != null) {
        ordinary = ordinary(ordinary, term, passes);
      }
    }
    return ordinary;
  }

  private Facts ordinary(Facts question, Term term, Predicate<Facts> passes) {
    for (Optional<Value> value : pools.ordinary(term)) {
      var values = new HashMap<>(question.values());
      values.remove(term.name());
      value.ifPresent(given -> values.put(term.name(), given));
      var simpler = new Facts(question.topic(), values);
      if (simpler.equals(question) || passes.test(simpler)) {
        return simpler;
      }
    }
    return question;
  }

  private Facts draw(String topic, Wishes wishes, Random random) {
    var values = new HashMap<String, Value>();
    for (String fact : vocabulary.topics().getOrDefault(topic, List.of())) {
      value(fact, wishes, random).ifPresent(value -> values.put(fact, value));
    }
    return new Facts(topic, values);
  }

  /** The question with one to three facts drawn again. */
  private Facts like(Facts base, Wishes wishes, Random random) {
    var values = new HashMap<>(base.values());
    var facts = vocabulary.topics().getOrDefault(base.topic(), List.of());
    for (int change = random.nextInt(3); change >= 0 && !facts.isEmpty(); change--) {
      String fact = FactPools.one(facts, random);
      var value = value(fact, wishes, random);
      values.remove(fact);
      value.ifPresent(drawn -> values.put(fact, drawn));
    }
    return new Facts(base.topic(), values);
  }

  private Optional<Value> value(String fact, Wishes wishes, Random random) {
    var wished = wishes.of(fact);
    if (wished.isPresent()) {
      return wished.get().draw(random);
    }
    var term = Optional.ofNullable(terms.get(fact));
    if (term.isEmpty() || (term.get().optional() && random.nextInt(8) == 0)) {
      return Optional.empty();
    }
    return drawn(term.get(), random);
  }

  private Optional<Value> drawn(Term term, Random random) {
    var pool = pools.of(term);
    return switch (term.kind()) {
      case WORDS ->
          Optional.of(
              Value.of(
                  pool.isEmpty() || random.nextInt(3) > 0
                      ? List.of()
                      : List.of(FactPools.one(pool, random).text())));
      case WORD, WHOLE, DECIMAL, DAY, YES_NO ->
          pool.isEmpty() ? Optional.empty() : Optional.of(FactPools.one(pool, random));
      case SENTENCE -> Optional.empty();
    };
  }

  /** The question with its terms, in the order of its topic. */
  Witness witness(Facts question) {
    var given = new ArrayList<Witness.Given>();
    for (String fact : vocabulary.topics().getOrDefault(question.topic(), List.of())) {
      var value = question.values().get(fact);
      var term = terms.get(fact);
      if (value != null && term != null) {
        given.add(new Witness.Given(term, value));
      }
    }
    return new Witness(question.topic(), given);
  }

  /** The tables that the run asked. */
  static Set<String> asked(Run run) {
    var tables = new HashSet<String>();
    for (Firing firing : run.firings()) {
      switch (firing) {
        case Firing.RowFired row -> tables.add(row.table().id());
        case Firing.OtherwiseFired otherwise -> tables.add(otherwise.table().id());
        case Firing.RuleFired _ -> {}
      }
    }
    for (Fault fault : run.faults()) {
      switch (fault) {
        case Fault.NoRow noRow -> tables.add(noRow.table().id());
        case Fault.SeveralRows several -> tables.add(several.table().id());
        case Fault.RuleFailed _, Fault.RanOn _ -> {}
      }
    }
    return tables;
  }

  /** Whether the table itself is what could not answer. */
  static boolean isOf(Fault fault, String id) {
    return switch (fault) {
      case Fault.NoRow noRow -> noRow.table().id().equals(id);
      case Fault.SeveralRows several -> several.table().id().equals(id);
      case Fault.RuleFailed _, Fault.RanOn _ -> false;
    };
  }
}
