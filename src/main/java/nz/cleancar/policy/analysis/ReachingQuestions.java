package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.analysis.QuestionSearch.Went;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds whole questions that reach something of a policy, as ordinary as can be: a question that
 * the policy can answer, with only those facts changed that must be. The search is bounded, and the
 * same policy gives the same questions. Not for several threads at once.
 */
public final class ReachingQuestions {

  private static final long SEED = 20_260_103;
  private static final int MOST_TRIES = 80;
  private static final int MOST_BASES = 12;
  private static final int MOST_DRAWN = 3_000;

  private final CompiledPolicy policy;
  private final QuestionSearch search;
  private final OrdinaryQuestions ordinary;
  private final WishedFacts wished;
  private final Approach approach;

  public ReachingQuestions(CompiledPolicy policy) {
    this.policy = policy;
    this.search = new QuestionSearch(policy.policy().vocabulary(), policy.policy().tables());
    this.ordinary = new OrdinaryQuestions(policy, search);
    this.wished = new WishedFacts(policy.policy(), search.pools());
    this.approach = new Approach(policy);
  }

  /**
   * A question that asks the table so; empty if none is found.
   *
   * @param table a table of the policy
   * @param asked what its input columns are asked, one condition each
   * @param reached whether a question does what it should
   */
  public Optional<Facts> asking(
      PolicyTable table, List<Condition> asked, Predicate<Watched> reached) {
    var best = new Best(reached);
    for (OrdinaryQuestions.Base base : bases(table.id())) {
      var random = new Random(SEED);
      for (int tries = 0; tries < MOST_TRIES && !best.isBest(); tries++) {
        var wish = wished.towards(table, asked, base, tries, random);
        approach.of(wish).forEach(facts -> best.offer(facts, base));
      }
    }
    if (best.facts == null) {
      search.search(exactly(table, asked), SEED, MOST_DRAWN, best);
    }
    return best.tidied();
  }

  /** A question that reaches what it should; empty if none is found. */
  public Optional<Facts> reaching(Predicate<Watched> reached) {
    var best = new Best(reached);
    for (OrdinaryQuestions.Base base : ordinary.bases()) {
      if (!best.isBest()) {
        best.offer(base.facts(), base);
      }
    }
    if (best.facts == null) {
      search.search(Wishes.none(), SEED, MOST_DRAWN, best);
    }
    return best.tidied();
  }

  /** Those that ask the table, before them those that ask most. */
  private List<OrdinaryQuestions.Base> bases(String table) {
    var asking =
        ordinary.bases().stream()
            .filter(base -> base.tables().contains(table))
            .limit(MOST_BASES)
            .toList();
    return asking.isEmpty() ? ordinary.bases().stream().limit(MOST_BASES).toList() : asking;
  }

  private Wishes exactly(PolicyTable table, List<Condition> asked) {
    var values = new HashMap<String, Value>();
    for (int column = 0; column < asked.size(); column++) {
      if (asked.get(column) instanceof Condition.OneOf(List<Value> all)) {
        values.put(
            table.inputs().get(column).name(),
            wished.asFact(table.inputs().get(column), all.getFirst()));
      }
    }
    return Wishes.exactly(values, search.vocabulary());
  }

  /** The best question so far. */
  private final class Best implements QuestionSearch.Trial {

    private static final int LEAST = 1;
    private static final int ANSWERED = 2;
    private static final int ALL_ASKED = 3;

    private final Predicate<Watched> reached;
    private @Nullable Facts facts;
    private OrdinaryQuestions.@Nullable Base base;
    private int worth;

    Best(Predicate<Watched> reached) {
      this.reached = reached;
    }

    boolean isBest() {
      return worth == ALL_ASKED;
    }

    void offer(Facts question, OrdinaryQuestions.Base from) {
      int found = worth(policy.watch(question), from);
      if (found > worth) {
        worth = found;
        facts = question;
        base = from;
      }
    }

    private int worth(Watched watched, OrdinaryQuestions.@Nullable Base from) {
      if (!reached.test(watched)) {
        return 0;
      }
      if (!watched.run().faults().isEmpty()) {
        return LEAST;
      }
      return from != null && !tables(watched).containsAll(from.tables()) ? ANSWERED : ALL_ASKED;
    }

    @Override
    public Went went(Facts question) {
      var watched = policy.watch(question);
      int found = worth(watched, null);
      if (found > worth) {
        worth = found;
        facts = question;
      }
      var tables = tables(watched);
      return new Went(tables, found > 0 ? Went.ASKED : tables.size() + watched.rules().size());
    }

    @Override
    public boolean isOver() {
      return worth > 0;
    }

    /** With every fact as in the ordinary question that it came from, unless it must differ. */
    Optional<Facts> tidied() {
      var found = facts;
      if (found == null) {
        return Optional.empty();
      }
      var from = base == null ? like(found) : Optional.of(base);
      return Optional.of(from.map(each -> tidied(found, each)).orElse(found));
    }

    private Facts tidied(Facts found, OrdinaryQuestions.Base base) {
      var tidy = found;
      int least = worth(policy.watch(found), base);
      for (String fact : search.vocabulary().topics().getOrDefault(tidy.topic(), List.of())) {
        var simpler = with(tidy, fact, base.facts().values().get(fact));
        if (!simpler.equals(tidy) && worth(policy.watch(simpler), base) >= least) {
          tidy = simpler;
        }
      }
      return tidy;
    }

    private Optional<OrdinaryQuestions.Base> like(Facts question) {
      return ordinary.bases().stream()
          .filter(each -> each.facts().topic().equals(question.topic()))
          .findFirst();
    }
  }

  static Facts with(Facts facts, String name, @Nullable Value value) {
    Map<String, Value> values = new HashMap<>(facts.values());
    values.remove(name);
    if (value != null) {
      values.put(name, value);
    }
    return new Facts(facts.topic(), values);
  }

  static Set<String> tables(Watched watched) {
    return watched.lookups().stream()
        .map(lookup -> lookup.table().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A question, and what is still wished of what rules conclude from it. */
  record Wish(Facts facts, Map<String, List<Condition>> concluded) {
    Wish {
      concluded = Map.copyOf(concluded);
    }

    List<String> names() {
      return new ArrayList<>(concluded.keySet().stream().sorted().toList());
    }
  }
}
