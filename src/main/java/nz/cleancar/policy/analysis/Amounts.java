package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.util.Optional;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** Values with their units, as a person reads them. */
final class Amounts {

  private static final String DOLLARS = "NZD";
  private static final String NONE = "none";

  private Amounts() {}

  /** {@code $1,117.80}, {@code $6.00 per g}, {@code 150 g/km}, {@code USED}. */
  static String text(Term term, Optional<Value> value) {
    return value
        .map(
            found ->
                found
                    .amount()
                    .filter(_ -> !term.unit().isEmpty())
                    .map(number -> amount(term, number))
                    .orElseGet(found::text))
        .orElse(NONE);
  }

  /** New less old with its sign; empty where they are no amounts. */
  static String difference(Term term, Optional<Value> before, Optional<Value> after) {
    var old = before.flatMap(Value::amount);
    var now = after.flatMap(Value::amount);
    if (term.unit().isEmpty() || old.isEmpty() || now.isEmpty()) {
      return "";
    }
    var difference = now.get().subtract(old.get());
    return (difference.signum() < 0 ? "−" : "+") + amount(term, difference.abs());
  }

  private static String amount(Term term, BigDecimal number) {
    if (!term.unit().startsWith(DOLLARS)) {
      return number.stripTrailingZeros().toPlainString() + " " + term.unit();
    }
    var dollars = number.scale() < 2 ? number.setScale(2) : number;
    return (number.signum() < 0 ? "−$" : "$")
        + grouped(dollars.abs())
        + term.unit().substring(DOLLARS.length());
  }

  private static String grouped(BigDecimal dollars) {
    String plain = dollars.toPlainString();
    int point = plain.indexOf('.');
    var grouped = new StringBuilder(plain);
    for (int at = point - 3; at > 0; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }
}
