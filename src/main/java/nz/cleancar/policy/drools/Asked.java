package nz.cleancar.policy.drools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import org.jspecify.annotations.Nullable;

/** One question to one table within a run, and the rows that answered it. */
public final class Asked {

  private final CompiledTable compiled;
  private final @Nullable Value[] inputs;
  private final List<Integer> hits = new ArrayList<>(1);
  private boolean defaulted;

  Asked(CompiledTable compiled, @Nullable Value[] inputs) {
    this.compiled = compiled;
    this.inputs = inputs;
  }

  CompiledTable compiled() {
    return compiled;
  }

  List<Integer> hits() {
    return hits;
  }

  Row row(int index) {
    return compiled.table().rows().get(index);
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

  /** What kept the table from answering as its hit policy and default demand. */
  Optional<Fault> fault() {
    var table = compiled.table();
    if (hits.isEmpty() && table.otherwise() instanceof Otherwise.Fault) {
      return Optional.of(noRow());
    }
    if (hits.size() > 1 && table.hitPolicy() == HitPolicy.EXACTLY_ONE) {
      return Optional.of(
          new Fault.SeveralRows(table, hits.stream().sorted().map(this::row).toList()));
    }
    return Optional.empty();
  }

  private Fault noRow() {
    var table = compiled.table();
    Optional<Row> nearest =
        table.rows().stream()
            .min(
                Comparator.<Row>comparingInt(row -> misses(row).size())
                    .thenComparing(this::distance));
    return new Fault.NoRow(
        table, asPeopleSay(), nearest.orElse(null), nearest.map(this::misses).orElse(List.of()));
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

  private Optional<Value> input(int index) {
    return Optional.ofNullable(inputs[index]);
  }
}
