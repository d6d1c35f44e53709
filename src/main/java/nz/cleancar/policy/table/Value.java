package nz.cleancar.policy.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A typed value: a fact, a bound of a condition or an outcome. */
public sealed interface Value {

  /** The value as a person writes it. */
  String text();

  /** The number that it is; empty for whatever is none. */
  default Optional<BigDecimal> amount() {
    return switch (this) {
      case Whole(long number) -> Optional.of(BigDecimal.valueOf(number));
      case Decimal(BigDecimal number) -> Optional.of(number);
      case Word _, Words _, Day _, YesNo _, Sentence _ -> Optional.empty();
    };
  }

  /** A code, for example {@code MA}. */
  record Word(String text) implements Value {}

  /** Any number of codes. */
  record Words(List<String> all) implements Value {
    public Words {
      all = List.copyOf(all);
    }

    @Override
    public String text() {
      return all.isEmpty() ? "none" : String.join("; ", all);
    }
  }

  /** A whole number. */
  record Whole(long number) implements Value {
    @Override
    public String text() {
      return Long.toString(number);
    }
  }

  /** An exact number, kept without trailing zeros. */
  record Decimal(BigDecimal number) implements Value {
    /** How many decimals a number may have where it meets a condition. */
    public static final int MAX_DECIMALS = 6;

    public Decimal {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** Plain, never in scientific notation; the number itself remembers the commoner form. */
    @Override
    public String text() {
      return number.scale() >= 0 && number.scale() <= MAX_DECIMALS
          ? number.toString()
          : number.toPlainString();
    }
  }

  /** A New Zealand day. */
  record Day(LocalDate date) implements Value {
    @Override
    public String text() {
      return date.toString();
    }
  }

  /** Yes or no. */
  record YesNo(boolean yes) implements Value {
    @Override
    public String text() {
      return yes ? "yes" : "no";
    }
  }

  /** A sentence in which {@code {a term}} stands for that term's value. */
  record Sentence(String text) implements Value {}

  /** A word. */
  static Value of(String word) {
    return new Word(word);
  }

  /** A whole number. */
  static Value of(long number) {
    return new Whole(number);
  }

  /** An exact number. */
  static Value of(BigDecimal number) {
    return new Decimal(number);
  }

  /** A day. */
  static Value of(LocalDate date) {
    return new Day(date);
  }

  /** Yes or no. */
  static Value of(boolean yes) {
    return new YesNo(yes);
  }

  /** Codes. */
  static Value of(List<String> words) {
    return new Words(words);
  }
}
