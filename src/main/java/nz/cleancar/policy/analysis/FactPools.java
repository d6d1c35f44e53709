package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * Values worth asking about: for each term the words that may be, those that tables name, the
 * bounds that they write and their neighbours, and a spread of numbers and days.
 */
final class FactPools {

  private static final List<String> SPREAD = List.of("1", "1.5", "2", "3", "5", "7");
  private static final int LARGEST_POWER = 3;
  private static final int[] YEARS_BACK = {0, 1, 2, 5, 10, 20, 30, 40, 41, 50};
  private static final int MOST_ORDINARY = 10;
  private static final int ORDINARY = 150;
  private static final String SOME_WORD = "EXAMPLE";

  private final Map<String, Set<Value>> named = new HashMap<>();
  private final Map<String, List<Value>> pools = new HashMap<>();
  private final Set<Value> namedDays = new LinkedHashSet<>();

  FactPools(Vocabulary vocabulary, List<PolicyTable> tables) {
    tables.forEach(this::collect);
    vocabulary.coverage().years().forEach(this::collectYears);
    named.values().stream()
        .flatMap(Set::stream)
        .filter(Value.Day.class::isInstance)
        .forEach(namedDays::add);
    vocabulary.terms().forEach(term -> pools.put(term.name(), pool(term)));
  }

  /** The values of a term; of several words, the single ones. */
  List<Value> of(Term term) {
    return pools.getOrDefault(term.name(), List.of());
  }

  /** Whether a table names a value of the term, or the vocabulary allows only some. */
  boolean isTold(Term term) {
    return !term.allowed().isEmpty() || named.containsKey(term.name());
  }

  /** A few values of the term, the most ordinary first; empty where it may be left out. */
  List<Optional<Value>> ordinary(Term term) {
    var ordinary = new ArrayList<Optional<Value>>();
    if (term.optional()) {
      ordinary.add(Optional.empty());
    }
    var said = List.copyOf(named.getOrDefault(term.name(), Set.of()));
    switch (term.kind()) {
      case WORD ->
          Stream.concat(said.stream(), of(term).stream())
              .forEach(value -> ordinary.add(Optional.of(value)));
      case WORDS -> ordinary.add(Optional.of(Value.of(List.of())));
      case YES_NO -> of(term).forEach(value -> ordinary.add(Optional.of(value)));
      case WHOLE, DECIMAL -> {
        double centre = Math.log(centre(said));
        of(term).stream()
            .filter(value -> number(value).signum() > 0)
            .sorted(
                Comparator.comparingDouble(
                    value -> Math.abs(Math.log(number(value).doubleValue()) - centre)))
            .forEach(value -> ordinary.add(Optional.of(value)));
      }
      case DAY, SENTENCE -> {}
    }
    return ordinary.stream().limit(MOST_ORDINARY).toList();
  }

  private static double centre(List<Value> said) {
    var numbers =
        said.stream()
            .map(FactPools::number)
            .filter(number -> number.signum() > 0)
            .sorted()
            .toList();
    return numbers.isEmpty() ? ORDINARY : numbers.get(numbers.size() / 2).doubleValue();
  }

  private void collect(PolicyTable table) {
    for (Row row : table.rows()) {
      for (int column = 0; column < table.inputs().size(); column++) {
        String name = table.inputs().get(column).name();
        values(row.conditions().get(column))
            .forEach(value -> named.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(value));
      }
    }
  }

  private static Stream<Value> values(Condition condition) {
    return switch (condition) {
      case Condition.Any _ -> Stream.empty();
      case Condition.OneOf(List<Value> values) -> values.stream();
      case Condition.Range range ->
          Stream.of(range.lower(), range.upper())
              .flatMap(bound -> bound.map(Bound::value).stream());
    };
  }

  private void collectYears(String year, String day) {
    for (Value value : List.copyOf(named.getOrDefault(year, Set.of()))) {
      if (value instanceof Value.Whole(long number) && number > 0 && number < 9999) {
        var days = named.computeIfAbsent(day, _ -> new LinkedHashSet<>());
        days.add(Value.of(LocalDate.of((int) number, 1, 1)));
        days.add(Value.of(LocalDate.of((int) number, 7, 1)));
        days.add(Value.of(LocalDate.of((int) number, 12, 31)));
      }
    }
  }

  private List<Value> pool(Term term) {
    var said = named.getOrDefault(term.name(), Set.of());
    return switch (term.kind()) {
      case WORD ->
          term.allowed().isEmpty()
              ? with(said, Stream.of(Value.of(SOME_WORD)))
              : term.allowed().stream().map(Value::of).toList();
      case WORDS -> List.copyOf(said);
      case YES_NO -> List.of(Value.of(false), Value.of(true));
      case WHOLE ->
          allowed(
              term,
              with(
                  neighbours(said),
                  spread()
                      .filter(FactPools::isWhole)
                      .map(number -> Value.of(number.longValueExact()))));
      case DECIMAL -> allowed(term, with(neighbours(said), spread().map(Value::of)));
      case DAY -> with(neighbours(said), said.isEmpty() ? back() : Stream.empty());
      case SENTENCE -> List.of();
    };
  }

  private static List<Value> with(Set<Value> said, Stream<Value> more) {
    return Stream.concat(said.stream(), more).distinct().toList();
  }

  private static List<Value> allowed(Term term, List<Value> numbers) {
    return numbers.stream().filter(number -> !term.isBelowLeast(number)).toList();
  }

  private static Set<Value> neighbours(Set<Value> said) {
    var all = new LinkedHashSet<Value>();
    for (Value value : said) {
      all.add(value);
      switch (value) {
        case Value.Whole(long number) -> {
          all.add(Value.of(number - 1));
          all.add(Value.of(number + 1));
        }
        case Value.Decimal(BigDecimal number) -> {
          all.add(Value.of(number.subtract(BigDecimal.ONE)));
          all.add(Value.of(number.add(BigDecimal.ONE)));
        }
        case Value.Day(LocalDate day) -> {
          all.add(Value.of(day.minusDays(1)));
          all.add(Value.of(day.plusDays(1)));
        }
        case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ -> {}
      }
    }
    return all;
  }

  private static Stream<BigDecimal> spread() {
    var numbers = new ArrayList<BigDecimal>();
    numbers.add(BigDecimal.ZERO);
    for (int power = 0; power <= LARGEST_POWER; power++) {
      for (String digits : SPREAD) {
        numbers.add(new BigDecimal(digits).scaleByPowerOfTen(power));
      }
    }
    return numbers.stream();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static BigDecimal number(Value value) {
    return value.amount().orElseThrow();
  }

  private Stream<Value> back() {
    var days = new ArrayList<Value>();
    for (Value value : namedDays) {
      if (value instanceof Value.Day(LocalDate day)) {
        for (int years : YEARS_BACK) {
          days.add(Value.of(day.minusYears(years)));
        }
      }
    }
    return days.stream();
  }

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
