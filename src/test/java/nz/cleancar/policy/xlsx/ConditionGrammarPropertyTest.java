package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** Whatever a cell may say, it says it in the one way that is read back. */
class ConditionGrammarPropertyTest {

  @Property
  void the_text_of_a_condition_reads_as_the_condition(
      @ForAll("conditions") Tuple.Tuple2<Term, Condition> sample) throws Misread {
    // When
    var read = new ConditionGrammar(sample.get1()).read(cell(sample.get2()));

    // Then
    assertThat(read).isEqualTo(sample.get2());
  }

  @Property
  void any_text_is_a_condition_or_told_and_nothing_else(
      @ForAll("terms") Term term, @ForAll("texts") String text) {
    try {
      var condition = new ConditionGrammar(term).read(new Content.Text(text));
      assertThat(new ConditionGrammar(term).read(cell(condition))).isEqualTo(condition);
    } catch (Misread misread) {
      assertThat(misread.code()).matches("[a-z-]+");
      assertThat(misread.repair()).endsWith(".");
    }
  }

  /** A single number has a cell of its own; all else is text. */
  private static Content cell(Condition condition) {
    if (condition instanceof Condition.OneOf(List<Value> values) && values.size() == 1) {
      return switch (values.getFirst()) {
        case Value.Whole whole -> new Content.Numeric(BigDecimal.valueOf(whole.number()));
        case Value.Decimal decimal -> new Content.Numeric(decimal.number());
        case Value other -> new Content.Text(other.text());
      };
    }
    return new Content.Text(condition.text());
  }

  @Provide
  Arbitrary<Term> terms() {
    return Arbitraries.of(
        Sample.VOCABULARY.terms().stream().filter(term -> term.kind() != Kind.SENTENCE).toList());
  }

  /** Texts of the grammar's own characters, and of all others. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("[](). .;<>=-0129AyesnoNONEany_").ofMaxLength(30),
        Arbitraries.strings().ofMaxLength(30));
  }

  @Provide
  Arbitrary<Tuple.Tuple2<Term, Condition>> conditions() {
    return terms()
        .flatMap(
            term -> {
              Arbitrary<Condition> any = Arbitraries.of(new Condition.Any());
              return Arbitraries.oneOf(List.of(any, lists(term), ranges(term)))
                  .map(condition -> Tuple.of(term, condition));
            });
  }

  private static Arbitrary<Condition> lists(Term term) {
    int most = term.kind() == Kind.YES_NO ? 1 : 5;
    return values(term)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(Condition.OneOf::new);
  }

  private static Arbitrary<Condition> ranges(Term term) {
    return switch (term.kind()) {
      case WORD, WORDS, YES_NO, SENTENCE -> lists(term);
      case WHOLE, DECIMAL, DAY ->
          Combinators.combine(
                  starts(term),
                  Arbitraries.longs().between(2, 1_000_000),
                  Arbitraries.of(true, false),
                  Arbitraries.of(true, false),
                  Arbitraries.of(1, 2, 3))
              .as((from, size, below, above, ends) -> range(term, from, size, below, above, ends));
    };
  }

  private static Arbitrary<Long> starts(Term term) {
    return term.kind() == Kind.DAY
        ? Arbitraries.longs().between(0, 900_000)
        : Arbitraries.longs().between(-999_999_999_999L, 999_998_999_999L);
  }

  private static Condition range(
      Term term, long from, long size, boolean below, boolean above, int ends) {
    var lower = new Condition.Bound(value(term, from), below);
    var upper = new Condition.Bound(value(term, from + size), above);
    return switch (ends) {
      case 1 -> new Condition.Range(lower, null);
      case 2 -> new Condition.Range(null, upper);
      default -> new Condition.Range(lower, upper);
    };
  }

  private static Arbitrary<Value> values(Term term) {
    return switch (term.kind()) {
      case WORD, WORDS ->
          term.allowed().isEmpty()
              ? Arbitraries.strings()
                  .withChars("ABCxyz019_-")
                  .ofMinLength(1)
                  .ofMaxLength(60)
                  .filter(text -> ValueGrammar.isWord(text))
                  .map(Value::of)
              : Arbitraries.of(term.allowed()).map(Value::of);
      case WHOLE, DECIMAL, DAY ->
          Arbitraries.longs()
              .between(-999_999_999_999L, 999_999_999_999L)
              .map(number -> value(term, number));
      case YES_NO -> Arbitraries.of(true, false).map(Value::of);
      case SENTENCE -> throw new IllegalStateException("No input is a sentence.");
    };
  }

  private static Value value(Term term, long number) {
    return switch (term.kind()) {
      case WHOLE -> Value.of(number);
      case DECIMAL -> Value.of(BigDecimal.valueOf(number, 6));
      case DAY -> Value.of(LocalDate.of(1900, 3, 1).plusDays(Math.floorMod(number, 1_900_001L)));
      case WORD, WORDS, YES_NO, SENTENCE -> throw new IllegalStateException("No order.");
    };
  }
}
