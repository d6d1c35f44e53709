package nz.cleancar.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** How suites write a number: dollars with their cents, anything else as it is. */
final class AmountText {

  private static final String DOLLARS = "NZD";
  private static final int CENTS = 2;

  private AmountText() {}

  static String of(Term term, BigDecimal number) {
    boolean isShort =
        term.kind() == Kind.DECIMAL && term.unit().startsWith(DOLLARS) && number.scale() < CENTS;
    return (isShort ? number.setScale(CENTS, RoundingMode.UNNECESSARY) : number).toPlainString();
  }

  /** The value, which need not be a number. */
  static String of(Term term, Value value) {
    return value.amount().map(number -> of(term, number)).orElseGet(value::text);
  }
}
