package nz.cleancar.policy.drools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import org.jspecify.annotations.Nullable;

/** One question to one table within a run, and the rows that answered it. */
public final class Asked {

  /** Stands for a number that the question left out: below every number that a table may hold. */
  static final long ABSENT = -4_000_000_000_000_000_000L;

  private static final List<String> NO_WORD = List.of("");

  private final CompiledTable compiled;
  private final @Nullable Value[] inputs;
  private final List<Integer> hits = new ArrayList<>(1);
  private boolean defaulted;

  Asked(CompiledTable compiled, @Nullable Value[] inputs) {
    this.compiled = compiled;
    this.inputs = inputs;
  }

  /** The value of an input column as generated conditions compare it with words. */
  public @Nullable String word(int column) {
    var value = inputs[column];
    return value == null ? null : value.text();
  }

  /** The whole number or day of an input column as generated conditions compare it. */
  public long number(int column) {
    var value = inputs[column];
    return value == null ? ABSENT : DrlWriter.comparable(value);
  }

  /** The number of an input column, in millionths, as generated conditions compare it. */
  public long millionths(int column) {
    return switch (inputs[column]) {
      case null -> ABSENT;
      case Value.Decimal decimal -> DrlWriter.millionths(decimal.number());
      case Value.Whole whole -> DrlWriter.millionths(BigDecimal.valueOf(whole.number()));
      case Value other -> throw wrongKind(other, "a number");
    };
  }

  /** The words of an input column, one lookup each; one empty word where there are none. */
  public List<String> words(int column) {
    return switch (inputs[column]) {
      case null -> NO_WORD;
      case Value.Words words -> words.all().isEmpty() ? NO_WORD : words.all();
      case Value other -> throw wrongKind(other, "words");
    };
  }

  /** Refuses what generated conditions cannot compare, as they would. */
  void checkComparable() {
    var terms = compiled.table().inputs();
    for (int column = 0; column < inputs.length; column++) {
      switch (terms.get(column).kind()) {
        case WORDS -> words(column);
        case WORD, YES_NO, SENTENCE -> word(column);
        case WHOLE, DAY -> number(column);
        case DECIMAL -> millionths(column);
      }
    }
  }

  /** The outcomes of a row, or the default's where the row is -1. */
  public List<Value> outcomes(int row) {
    if (row >= 0) {
      return row(row).outcomes();
    }
    return switch (compiled.table().otherwise()) {
      case Otherwise.Answer answer -> answer.outcomes();
      case Otherwise.Fault _ -> throw new IllegalStateException("The table has no default.");
    };
  }

  CompiledTable compiled() {
    return compiled;
  }

  Row row(int index) {
    return compiled.table().rows().get(index);
  }

  /** The rows that answered, in the order of the sheet. */
  List<Row> rows() {
    if (hits.size() == 1) {
      return List.of(row(hits.getFirst()));
    }
    return hits.stream().sorted().map(this::row).toList();
  }

  /** The rows whose conditions hold and that the hit policy lets count, by their index. */
  int[] matching() {
    var all = compiled.table().rows();
    var matching = IntStream.range(0, all.size()).filter(row -> missed(all.get(row)) == 0);
    return compiled.table().hitPolicy() == HitPolicy.FIRST
        ? matching.limit(1).toArray()
        : matching.toArray();
  }

  Watched.Lookup lookup() {
    return new Watched.Lookup(
        compiled.table(), IntStream.range(0, inputs.length).mapToObj(this::input).toList(), rows());
  }

  /** Takes note of a matching row; whether the row's outcomes count. */
  boolean hit(int index) {
    if (hits.contains(index)) {
      return false;
    }
    boolean counts =
        switch (compiled.table().hitPolicy()) {
          case EXACTLY_ONE, FIRST -> hits.isEmpty();
          case COLLECT -> true;
        };
    if (counts || compiled.table().hitPolicy() == HitPolicy.EXACTLY_ONE) {
      hits.add(index);
    }
    return counts;
  }

  /** Takes note that the default answers; whether it counts: once, however many words it holds. */
  boolean otherwise() {
    if (defaulted || !hits.isEmpty()) {
      return false;
    }
    defaulted = true;
    return true;
  }

  boolean isUnanswered() {
    return hits.isEmpty();
  }

  /** Whether more rows matched than the hit policy allows. */
  boolean hasSeveralRows() {
    return hits.size() > 1 && compiled.table().hitPolicy() == HitPolicy.EXACTLY_ONE;
  }

  /** What kept the table from answering as its hit policy and default demand. */
  Optional<Fault> fault() {
    var table = compiled.table();
    if (hits.isEmpty() && table.otherwise() instanceof Otherwise.Fault) {
      return Optional.of(noRow());
    }
    if (hasSeveralRows()) {
      return Optional.of(new Fault.SeveralRows(table, rows()));
    }
    return Optional.empty();
  }

  private Fault noRow() {
    var table = compiled.table();
    int fewest = table.rows().stream().mapToInt(this::missed).min().orElse(0);
    Optional<Row> nearest =
        table.rows().stream()
            .filter(row -> missed(row) == fewest)
            .min(Comparator.comparing(this::distance));
    return new Fault.NoRow(
        table, asPeopleSay(), nearest.orElse(null), nearest.map(this::misses).orElse(List.of()));
  }

  /** How many columns the row misses on. */
  private int missed(Row row) {
    int missed = 0;
    for (int i = 0; i < inputs.length; i++) {
      if (!row.conditions().get(i).matches(input(i))) {
        missed++;
      }
    }
    return missed;
  }

  /** How far the row's numbers and days are from what was asked, added up. */
  private BigDecimal distance(Row row) {
    return IntStream.range(0, inputs.length)
        .mapToObj(i -> input(i).map(row.conditions().get(i)::distance).orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<String> misses(Row row) {
    var terms = compiled.table().inputs();
    return IntStream.range(0, terms.size())
        .filter(i -> !row.conditions().get(i).matches(input(i)))
        .mapToObj(i -> terms.get(i).heading() + " (" + row.conditions().get(i).text() + ")")
        .toList();
  }

  private String asPeopleSay() {
    List<Term> terms = compiled.table().inputs();
    return IntStream.range(0, terms.size())
        .mapToObj(i -> terms.get(i).heading() + " " + input(i).map(Value::text).orElse("not given"))
        .collect(Collectors.joining(", "));
  }

  private static IllegalStateException wrongKind(Value value, String wanted) {
    return new IllegalStateException("`" + value.text() + "` is not " + wanted + ".");
  }

  private Optional<Value> input(int index) {
    return Optional.ofNullable(inputs[index]);
  }
}
