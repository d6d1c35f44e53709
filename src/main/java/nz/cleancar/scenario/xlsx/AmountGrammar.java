package nz.cleancar.scenario.xlsx;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.Misread;
import nz.cleancar.policy.xlsx.ValueGrammar;
import nz.cleancar.scenario.Expectation;

/** How a number that is expected is written: {@code 248.40}, or {@code 248.40 ± 0.05}. */
record AmountGrammar(Term term) {

  private static final Pattern WITHIN = Pattern.compile("(?s)(.*?)(?:±|\\+-|\\+/-)(.*)");

  Expectation.Amount read(Place place, Content content) throws Misread {
    var grammar = new ValueGrammar(term);
    var within = WITHIN.matcher(content instanceof Content.Text(String text) ? text.strip() : "");
    if (!within.matches()) {
      return new Expectation.Amount(place, term, number(grammar.cell(content)), BigDecimal.ZERO);
    }
    var tolerance = number(decimal().text(within.group(2).strip()));
    if (tolerance.signum() < 0) {
      throw new Misread(
          "tolerance", "a tolerance of 0 or more", "Leave out the sign behind the `±`.");
    }
    return new Expectation.Amount(
        place, term, number(decimal().text(within.group(1).strip())), tolerance);
  }

  /** What is within a tolerance need not be whole, though what it is held against is. */
  private ValueGrammar decimal() {
    return new ValueGrammar(
        new Term(term.name(), term.heading(), Kind.DECIMAL, term.unit(), term.allowed(), true, ""));
  }

  private static BigDecimal number(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> BigDecimal.valueOf(number);
      case Value.Decimal(BigDecimal number) -> number;
      case Value.Word _, Value.Words _, Value.Day _, Value.YesNo _, Value.Sentence _ ->
          throw new IllegalStateException("A number was read as something else.");
    };
  }
}
