package nz.cleancar.scenario.xlsx;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
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
      return new Expectation.Amount(
          place, term, grammar.cell(content).amount().orElseThrow(), BigDecimal.ZERO);
    }
    var tolerance = decimal().text(within.group(2).strip()).amount().orElseThrow();
    if (tolerance.signum() < 0) {
      throw new Misread(
          "tolerance", "a tolerance of 0 or more", "Leave out the sign behind the `±`.");
    }
    return new Expectation.Amount(
        place, term, decimal().text(within.group(1).strip()).amount().orElseThrow(), tolerance);
  }

  /** What is within a tolerance need not be whole, though what it is held against is. */
  private ValueGrammar decimal() {
    return new ValueGrammar(
        new Term(term.name(), term.heading(), Kind.DECIMAL, term.unit(), term.allowed(), true, ""));
  }
}
