package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** A small table of any columns and hit policy, with every value that can make a difference. */
final class RandomTable {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Term OUTCOME = term("outcome", Kind.WORD, List.of(), false);

  /** A column that a table may have, and all values that tell its cells apart. */
  private record Sort(Term term, List<Optional<Value>> universe) {}

  private final Random random;
  private final List<Sort> sorts;
  private final Coverage coverage;
  private final PolicyTable table;

  RandomTable(long seed) {
    random = new Random(seed);
    var all = new ArrayList<>(sorts());
    Collections.shuffle(all, random);
    sorts = List.copyOf(all.subList(0, 1 + random.nextInt(3)));
    boolean asked = random.nextBoolean();
    coverage =
        new Coverage(
            Map.of("year", "day"),
            asked ? Map.of("random", Map.of("class", List.of("A", "C"))) : Map.of(),
            List.of());
    int rows = 1 + random.nextInt(6);
    table =
        new PolicyTable(
            "random",
            "Random",
            "to test",
            List.of(HitPolicy.values()).get(random.nextInt(3)),
            random.nextInt(4) == 0
                ? new Otherwise.Answer(List.of(Value.of("X")))
                : new Otherwise.Fault(),
            "testers",
            "",
            "random.xlsx",
            "Table",
            sorts.stream().map(Sort::term).toList(),
            List.of(OUTCOME),
            IntStream.range(9, 9 + rows).mapToObj(this::row).toList());
  }

  PolicyTable table() {
    return table;
  }

  Coverage coverage() {
    return coverage;
  }

  Policy policy() {
    return new Policy(
        new PolicyVersion("sha256:" + "0".repeat(64)),
        new Vocabulary(
            Map.of(),
            Stream.concat(table.inputs().stream(), Stream.of(OUTCOME)).toList(),
            coverage),
        List.of(table),
        List.of());
  }

  /**
   * Every question that can make a difference: one value a column, or none where it is left out.
   */
  List<List<Optional<Value>>> questions() {
    List<List<Optional<Value>>> questions = List.of(List.of());
    for (Sort sort : sorts) {
      questions =
          questions.stream()
              .flatMap(
                  question ->
                      sort.universe().stream()
                          .map(
                              value -> Stream.concat(question.stream(), Stream.of(value)).toList()))
              .toList();
    }
    return questions;
  }

  private static List<Sort> sorts() {
    return List.of(
        words("class", List.of("A", "B", "C"), false),
        words("cycle", List.of("A", "B"), true),
        words("code", List.of(), false),
        new Sort(term("flag", Kind.YES_NO, List.of(), false), given(yesNo())),
        new Sort(term("maybe", Kind.YES_NO, List.of(), true), orLeftOut(yesNo())),
        new Sort(notNegative("weight", Kind.WHOLE, false), given(wholes(0))),
        new Sort(term("balance", Kind.WHOLE, List.of(), true), orLeftOut(wholes(-1))),
        new Sort(term("year", Kind.WHOLE, List.of(), false), given(wholes(-1))),
        new Sort(notNegative("co2", Kind.DECIMAL, true), orLeftOut(decimals(0))),
        new Sort(term("difference", Kind.DECIMAL, List.of(), false), given(decimals(-1))),
        new Sort(term("day", Kind.DAY, List.of(), false), given(days())),
        new Sort(term("first", Kind.DAY, List.of(), true), orLeftOut(days())),
        new Sort(term("attribute", Kind.WORDS, List.of(), false), given(subsets())));
  }

  private static Sort words(String name, List<String> allowed, boolean optional) {
    var term = term(name, Kind.WORD, allowed, optional);
    var all = allowed.isEmpty() ? List.of("A", "B", "C", "Z") : allowed;
    var values = all.stream().map(Value::of).toList();
    return new Sort(term, optional ? orLeftOut(values) : given(values));
  }

  private static Term term(String name, Kind kind, List<String> allowed, boolean optional) {
    return new Term(name, name, kind, "", allowed, optional, name);
  }

  private static Term notNegative(String name, Kind kind, boolean optional) {
    return new Term(name, name, kind, "", List.of(), optional, name, BigDecimal.ZERO);
  }

  private static List<Value> yesNo() {
    return List.of(Value.of(true), Value.of(false));
  }

  private static List<Value> wholes(long first) {
    return java.util.stream.LongStream.rangeClosed(first, 5).mapToObj(Value::of).toList();
  }

  private static List<Value> decimals(int first) {
    return IntStream.rangeClosed(first, 9)
        .mapToObj(quarters -> Value.of(new BigDecimal(quarters).multiply(new BigDecimal("0.25"))))
        .toList();
  }

  private static List<Value> days() {
    return IntStream.rangeClosed(-1, 5).mapToObj(day -> Value.of(DAY.plusDays(day))).toList();
  }

  private static List<Value> subsets() {
    return List.of(
        Value.of(List.of()),
        Value.of(List.of("A")),
        Value.of(List.of("B")),
        Value.of(List.of("C")),
        Value.of(List.of("A", "B")),
        Value.of(List.of("A", "C")),
        Value.of(List.of("B", "C")),
        Value.of(List.of("A", "B", "C")));
  }

  private static List<Optional<Value>> given(List<Value> values) {
    return values.stream().map(Optional::of).toList();
  }

  private static List<Optional<Value>> orLeftOut(List<Value> values) {
    return Stream.concat(Stream.of(Optional.<Value>empty()), given(values).stream()).toList();
  }

  private Row row(int number) {
    return new Row(
        number,
        "A" + number + ":F" + number,
        sorts.stream().map(sort -> condition(sort.term())).toList(),
        List.of(Value.of(random.nextInt(3) == 0 ? "X" : "Y")),
        random.nextInt(4) == 0 ? "an Act" : "a paper",
        random.nextInt(5) == 0 ? Standing.ENACTED : Standing.PUBLISHED,
        "");
  }

  private Condition condition(Term term) {
    if (random.nextInt(10) < 3) {
      return new Condition.Any();
    }
    return switch (term.kind()) {
      case WORD, WORDS ->
          oneOf(term.allowed().size() == 2 ? List.of("A", "B") : List.of("A", "B", "C"));
      case YES_NO -> new Condition.OneOf(List.of(Value.of(random.nextBoolean())));
      case WHOLE, DECIMAL, DAY, SENTENCE ->
          random.nextInt(3) == 0 ? new Condition.OneOf(numbers(term)) : range(term);
    };
  }

  private Condition oneOf(List<String> words) {
    var shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, random);
    return new Condition.OneOf(
        shuffled.subList(0, 1 + random.nextInt(words.size())).stream().map(Value::of).toList());
  }

  private List<Value> numbers(Term term) {
    return random
        .ints(0, 5)
        .distinct()
        .limit(1 + random.nextInt(2))
        .mapToObj(number -> number(term, number))
        .toList();
  }

  private Condition range(Term term) {
    int low = random.nextInt(5);
    int high = random.nextInt(5);
    var lower = new Bound(number(term, Math.min(low, high)), low == high || random.nextBoolean());
    var upper = new Bound(number(term, Math.max(low, high)), low == high || random.nextBoolean());
    return switch (random.nextInt(3)) {
      case 0 -> new Condition.Range(lower, null);
      case 1 -> new Condition.Range(null, upper);
      default ->
          Math.abs(low - high) == 1
              ? new Condition.Range(new Bound(lower.value(), true), upper)
              : new Condition.Range(lower, upper);
    };
  }

  private static Value number(Term term, int number) {
    return switch (term.kind()) {
      case WHOLE -> Value.of((long) number);
      case DECIMAL -> Value.of(new BigDecimal(number).multiply(new BigDecimal("0.5")));
      case DAY -> Value.of(DAY.plusDays(number));
      case WORD, WORDS, YES_NO, SENTENCE -> throw new IllegalStateException("no number");
    };
  }
}
