package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.analysis.ReachingQuestions.Wish;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * Moves numbers and days of a question by what a concluded number lacks, until it is what is
 * wished: whatever rules make of a fact, most often a step of it is a step of what they conclude.
 */
final class Approach {

  private static final int MOST_MOVES = 6;
  private static final BigDecimal MOST_YEARS = BigDecimal.valueOf(500);

  private final CompiledPolicy policy;
  private final Vocabulary vocabulary;
  private final Map<String, Term> terms;

  Approach(CompiledPolicy policy) {
    this.policy = policy;
    this.vocabulary = policy.policy().vocabulary();
    this.terms = vocabulary.byName();
  }

  /** The wish's question, and those on the way to where all is as wished. */
  List<Facts> of(Wish wish) {
    var way = new ArrayList<Facts>();
    way.add(wish.facts());
    for (String name : wish.names()) {
      var conditions = wish.concluded().getOrDefault(name, List.of());
      for (int move = 0; move < MOST_MOVES; move++) {
        var from = way.getLast();
        var before = gap(from, name, conditions);
        if (before.isEmpty() || before.get().signum() == 0) {
          break;
        }
        var nearer =
            moves(from, before.get()).stream()
                .map(facts -> new Moved(facts, gap(facts, name, conditions)))
                .flatMap(Moved::known)
                .min(Comparator.comparing(Moved::distance))
                .filter(moved -> moved.distance().compareTo(before.get().abs()) < 0);
        if (nearer.isEmpty()) {
          break;
        }
        way.add(nearer.get().facts());
      }
    }
    return way.reversed();
  }

  private record Moved(Facts facts, Optional<BigDecimal> gap) {

    Stream<Moved> known() {
      return gap.isPresent() ? Stream.of(this) : Stream.empty();
    }

    BigDecimal distance() {
      return gap.map(BigDecimal::abs).orElseThrow();
    }
  }

  /** What the concluded value lacks to the nearest one that is wished, if both are numbers. */
  private Optional<BigDecimal> gap(Facts facts, String name, List<Condition> conditions) {
    var term = Optional.ofNullable(terms.get(name)).filter(Candidates::isOrdered);
    var found = policy.run(facts).value(name);
    if (term.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    if (conditions.stream().allMatch(each -> each.matches(found))) {
      return Optional.of(BigDecimal.ZERO);
    }
    var at = position(found.get());
    var step = vocabulary.coverage().step(term.get());
    return conditions.stream()
        .flatMap(condition -> Candidates.of(condition, step).stream())
        .filter(value -> conditions.stream().allMatch(each -> each.matches(Optional.of(value))))
        .flatMap(value -> position(value).stream())
        .flatMap(wished -> at.map(wished::subtract).stream())
        .min(Comparator.comparing(BigDecimal::abs));
  }

  private List<Facts> moves(Facts from, BigDecimal gap) {
    var moves = new ArrayList<Facts>();
    for (String fact : vocabulary.topics().getOrDefault(from.topic(), List.of())) {
      var value = from.values().get(fact);
      var term = terms.get(fact);
      if (value != null && term != null && Candidates.isOrdered(term)) {
        for (BigDecimal by : List.of(gap, gap.negate())) {
          moved(value, by).stream()
              .filter(other -> isAllowed(term, other))
              .map(other -> ReachingQuestions.with(from, fact, other))
              .forEach(moves::add);
        }
      }
    }
    return moves;
  }

  private static List<Value> moved(Value value, BigDecimal by) {
    boolean whole = by.stripTrailingZeros().scale() <= 0;
    return switch (value) {
      case Value.Decimal _ -> List.of(Candidates.moved(value, by));
      case Value.Whole _ -> whole ? List.of(Candidates.moved(value, by)) : List.of();
      case Value.Day(LocalDate day) ->
          whole && by.abs().compareTo(MOST_YEARS) < 0
              ? List.of(Value.of(day.plusYears(by.longValue())), Candidates.moved(value, by))
              : List.of();
      case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ -> List.of();
    };
  }

  private static boolean isAllowed(Term term, Value value) {
    return term.least()
        .flatMap(least -> position(value).map(at -> at.compareTo(least) >= 0))
        .orElse(true);
  }

  private static Optional<BigDecimal> position(Value value) {
    return value instanceof Value.Day(LocalDate day)
        ? Optional.of(BigDecimal.valueOf(day.toEpochDay()))
        : value.amount();
  }
}
