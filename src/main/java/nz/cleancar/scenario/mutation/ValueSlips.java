package nz.cleancar.scenario.mutation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.mutation.Mutant.Slip;

/**
 * How one value of a term is mistyped.
 *
 * @param words the words that it may be, in their order
 * @param mostWords how many other words are tried, those that follow it first
 */
record ValueSlips(Term term, Coverage coverage, List<String> words, int mostWords) {

  ValueSlips {
    words = List.copyOf(words);
  }

  /** What an outcome could be by mistake. */
  List<Slipped<Value>> ofOutcome(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> whole(NumberSlips.of(BigDecimal.valueOf(number)));
      case Value.Decimal(BigDecimal number) -> decimal(NumberSlips.of(number));
      case Value.Day(LocalDate date) -> days(date);
      case Value.YesNo(boolean yes) -> List.of(new Slipped<>(Slip.YES_FOR_NO, Value.of(!yes)));
      case Value.Word(String word) -> others(word).map(slip -> slip.map(Value::of)).toList();
      case Value.Words(List<String> all) ->
          all.size() == 1
              ? others(all.getFirst()).map(slip -> slip.map(w -> Value.of(List.of(w)))).toList()
              : List.of();
      case Value.Sentence _ -> List.of();
    };
  }

  /** What a value of a condition could be by mistake: off by a step, too. */
  List<Slipped<Value>> ofCondition(Value value) {
    return switch (value) {
      case Value.Whole(long number) ->
          whole(withSteps(BigDecimal.valueOf(number), coverage.step(term)));
      case Value.Decimal(BigDecimal number) -> decimal(withSteps(number, coverage.step(term)));
      case Value.Day _, Value.YesNo _, Value.Word _, Value.Words _, Value.Sentence _ ->
          ofOutcome(value);
    };
  }

  private static List<Slipped<BigDecimal>> withSteps(BigDecimal number, BigDecimal step) {
    var slips = new ArrayList<Slipped<BigDecimal>>();
    slips.add(new Slipped<>(Slip.STEP, number.add(step)));
    slips.add(new Slipped<>(Slip.STEP, number.subtract(step)));
    slips.addAll(NumberSlips.of(number));
    return slips;
  }

  private static List<Slipped<Value>> whole(List<Slipped<BigDecimal>> slips) {
    return slips.stream()
        .map(slip -> slip.map(number -> Value.of(number.longValueExact())))
        .toList();
  }

  private static List<Slipped<Value>> decimal(List<Slipped<BigDecimal>> slips) {
    return slips.stream().map(slip -> slip.map(Value::of)).toList();
  }

  private static List<Slipped<Value>> days(LocalDate date) {
    return List.of(
        new Slipped<>(Slip.STEP, Value.of(date.plusDays(1))),
        new Slipped<>(Slip.STEP, Value.of(date.minusDays(1))),
        new Slipped<>(Slip.YEAR, Value.of(date.plusYears(1))),
        new Slipped<>(Slip.YEAR, Value.of(date.minusYears(1))));
  }

  private Stream<Slipped<String>> others(String word) {
    int at = Math.max(0, words.indexOf(word));
    return Stream.concat(words.stream().skip(at), words.stream().limit(at))
        .filter(other -> !other.equals(word))
        .limit(mostWords)
        .map(other -> new Slipped<>(Slip.WORD_REPLACED, other));
  }
}
