package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.analysis.ReachingQuestions.Wish;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import org.jspecify.annotations.Nullable;

/**
 * Changes facts so that a table is asked what it is to be asked: facts directly, the day of a year,
 * and through the rows of other tables what these conclude. What only rules conclude stays a wish.
 */
final class WishedFacts {

  private static final int DEEPEST = 4;

  private final Policy policy;
  private final FactPools pools;
  private final Map<String, Term> terms;

  WishedFacts(Policy policy, FactPools pools) {
    this.policy = policy;
    this.pools = pools;
    this.terms = policy.vocabulary().byName();
  }

  /**
   * The question changed.
   *
   * @param tries how often it was tried before: the more often, the more is changed at random
   */
  Wish towards(
      PolicyTable table,
      List<Condition> asked,
      OrdinaryQuestions.Base base,
      int tries,
      Random random) {
    var wishes = new Gathered(base, tries == 0, random);
    for (int column = 0; column < asked.size(); column++) {
      wishes.add(table.inputs().get(column), asked.get(column), 0);
    }
    var facts = wishes.facts(tries);
    return new Wish(facts, wishes.concluded);
  }

  /** The value as a question has it: of several words, the one alone. */
  Value asFact(Term term, Value value) {
    return term.kind() == Kind.WORDS && value instanceof Value.Word(String word)
        ? Value.of(List.of(word))
        : value;
  }

  /** What is wished of facts, and of what rules conclude. */
  private final class Gathered {

    private final OrdinaryQuestions.Base base;
    private final boolean first;
    private final Random random;
    private final List<String> topic;
    private final Map<String, List<Condition>> ofFacts = new LinkedHashMap<>();
    private final Map<String, List<Condition>> concluded = new HashMap<>();

    Gathered(OrdinaryQuestions.Base base, boolean first, Random random) {
      this.base = base;
      this.first = first;
      this.random = random;
      this.topic = policy.vocabulary().topics().getOrDefault(base.facts().topic(), List.of());
    }

    void add(Term term, Condition condition, int depth) {
      if (condition instanceof Condition.Any || depth > DEEPEST) {
        return;
      }
      String name = term.name();
      if (topic.contains(name)) {
        ofFacts.computeIfAbsent(name, _ -> new ArrayList<>()).add(condition);
        return;
      }
      boolean isMet = condition.matches(base.value(name));
      var day = Optional.ofNullable(policy.vocabulary().coverage().years().get(name));
      if (day.isPresent() && terms.containsKey(day.get())) {
        if (!isMet) {
          addYear(terms.get(day.get()), condition, depth);
        }
      } else if (!isMet || !first) {
        addRow(term, condition, depth);
      }
    }

    private void addYear(Term day, Condition years, int depth) {
      var candidates =
          Candidates.of(years, BigDecimal.ONE).stream()
              .filter(value -> years.matches(Optional.of(value)))
              .toList();
      if (!candidates.isEmpty()
          && pick(candidates) instanceof Value.Whole(long year)
          && year > 0
          && year < 9999) {
        add(
            day,
            new Condition.Range(
                new Bound(Value.of(LocalDate.of((int) year, 1, 1)), true),
                new Bound(Value.of(LocalDate.of((int) year, 12, 31)), true)),
            depth + 1);
      }
    }

    /** Through a row of another table that answers so; where there is none, rules must. */
    private void addRow(Term term, Condition condition, int depth) {
      var rows = new ArrayList<Source>();
      for (PolicyTable table : policy.tables()) {
        int outcome = table.outcomes().indexOf(term);
        for (Row row : outcome < 0 ? List.<Row>of() : table.rows()) {
          if (condition.matches(Optional.of(row.outcomes().get(outcome)))) {
            rows.add(new Source(table, row));
          }
        }
      }
      if (rows.isEmpty()) {
        concluded.computeIfAbsent(term.name(), _ -> new ArrayList<>()).add(condition);
        return;
      }
      var source = pick(rows);
      IntStream.range(0, source.table().inputs().size())
          .forEach(
              column ->
                  add(
                      source.table().inputs().get(column),
                      source.row().conditions().get(column),
                      depth + 1));
    }

    Facts facts(int tries) {
      var values = new HashMap<>(base.facts().values());
      for (int change = Math.min(3, tries / 3); change > 0 && !topic.isEmpty(); change--) {
        String fact = FactPools.one(topic, random);
        var term = terms.get(fact);
        var pool = term == null ? List.<Value>of() : pools.of(term);
        if (term != null && !pool.isEmpty()) {
          values.put(fact, asFact(term, FactPools.one(pool, random)));
        }
      }
      for (String fact : ofFacts.keySet()) {
        var term = terms.get(fact);
        if (term != null) {
          value(term, base.facts().values().get(fact)).ifPresent(value -> values.put(fact, value));
        }
      }
      return new Facts(base.facts().topic(), values);
    }

    private Optional<Value> value(Term term, @Nullable Value ordinary) {
      var conditions = ofFacts.getOrDefault(term.name(), List.of());
      var step = policy.vocabulary().coverage();
      var candidates = new ArrayList<Value>();
      Optional.ofNullable(ordinary).ifPresent(candidates::add);
      for (Condition condition : conditions) {
        Candidates.near(condition, ordinary).forEach(candidates::add);
        Candidates.of(condition, Candidates.isOrdered(term) ? step.step(term) : BigDecimal.ONE)
            .forEach(value -> candidates.add(asFact(term, value)));
      }
      pools.of(term).forEach(value -> candidates.add(asFact(term, value)));
      var fitting =
          candidates.stream()
              .filter(
                  value -> conditions.stream().allMatch(each -> each.matches(Optional.of(value))))
              .distinct()
              .toList();
      if (fitting.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(random.nextInt(4) > 0 ? fitting.getFirst() : pick(fitting));
    }

    private <T> T pick(List<T> of) {
      return first ? of.getFirst() : FactPools.one(of, random);
    }
  }

  private record Source(PolicyTable table, Row row) {}
}
