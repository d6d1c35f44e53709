package nz.cleancar.policy.analysis;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.analysis.QuestionSearch.Went;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * Ordinary questions of each topic, one for each set of tables that questions were found to ask:
 * what may be left out is given, and the policy can answer, where that can be.
 */
final class OrdinaryQuestions {

  private static final long SEED = 20_260_104;
  private static final int MOST_DRAWN = 6_000;
  private static final int DRAWN_FOR_A_FACT = 200;
  private static final int MOST_DAYS = 10;
  private static final int MOST_WAYS = 200;

  private final CompiledPolicy policy;
  private final QuestionSearch search;
  private final List<Base> bases;

  OrdinaryQuestions(CompiledPolicy policy, QuestionSearch search) {
    this.policy = policy;
    this.search = search;
    var ways = new Ways();
    var vocabulary = policy.policy().vocabulary();
    for (String topic : new TreeSet<>(vocabulary.topicNames())) {
      var facts = vocabulary.topics().getOrDefault(topic, List.of());
      var alone = new Vocabulary(Map.of(topic, facts), vocabulary.terms(), vocabulary.coverage());
      new QuestionSearch(alone, policy.policy().tables())
          .search(Wishes.none(), SEED, Math.min(MOST_DRAWN, DRAWN_FOR_A_FACT * facts.size()), ways);
    }
    this.bases =
        ways.found.values().stream()
            .map(this::ordinary)
            .sorted(
                Comparator.comparing((Base base) -> !base.watched().run().faults().isEmpty())
                    .thenComparingInt(base -> -base.tables().size()))
            .toList();
  }

  /** Those that can be answered first, and of these those that ask most tables. */
  List<Base> bases() {
    return bases;
  }

  /**
   * An ordinary question.
   *
   * @param facts the question
   * @param watched what the policy makes of it
   * @param tables the tables that it asks
   */
  record Base(Facts facts, Watched watched, Set<String> tables) {

    /** What is known of the name at the end. */
    Optional<Value> value(String name) {
      return watched.run().value(name);
    }
  }

  private Base base(Facts facts) {
    var watched = policy.watch(facts);
    return new Base(facts, watched, ReachingQuestions.tables(watched));
  }

  private Base ordinary(Base found) {
    var ordinary = found;
    var vocabulary = search.vocabulary();
    for (String fact : vocabulary.topics().getOrDefault(found.facts().topic(), List.of())) {
      var term = vocabulary.named(fact);
      if (term.isPresent()) {
        ordinary = ordinary(ordinary, fact, values(term.get()), found);
      }
    }
    return ordinary;
  }

  private Base ordinary(Base base, String fact, List<Value> values, Base found) {
    for (Value value : values) {
      var simpler = base(ReachingQuestions.with(base.facts(), fact, value));
      if (isLike(simpler, found)) {
        return simpler;
      }
    }
    return base;
  }

  /** Ordinary values, and of days those in the middle of all that are worth asking about. */
  private List<Value> values(Term term) {
    if (term.kind() != Kind.DAY) {
      return search.pools().ordinary(term).stream().flatMap(Optional::stream).toList();
    }
    var days = search.pools().of(term).stream().sorted(Comparator.comparing(Value::text)).toList();
    int middle = days.size() / 2;
    return days.subList(middle, Math.min(days.size(), middle + MOST_DAYS));
  }

  private static boolean isLike(Base base, Base found) {
    return base.tables().equals(found.tables())
        && base.watched().run().faults().size() <= found.watched().run().faults().size();
  }

  /** Takes note of one question for each topic and set of tables, the one with most facts. */
  private final class Ways implements QuestionSearch.Trial {

    private final Map<List<Object>, Base> found = new LinkedHashMap<>();

    @Override
    public Went went(Facts question) {
      var base = base(question);
      if (found.size() < MOST_WAYS) {
        found.merge(
            List.of(question.topic(), base.tables()),
            base,
            (old, other) -> worth(other) > worth(old) ? other : old);
      }
      return new Went(base.tables(), base.tables().size());
    }

    private int worth(Base base) {
      return base.facts().values().size()
          - (base.watched().run().faults().isEmpty() ? 0 : Went.ASKED);
    }

    @Override
    public boolean isOver() {
      return false;
    }
  }
}
