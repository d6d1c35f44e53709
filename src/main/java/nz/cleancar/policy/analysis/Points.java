package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import nz.cleancar.policy.table.Value;

/** Where known values lie on the axes of a table. */
final class Points {

  private Points() {}

  /** The point of what is known; empty where it is none that an axis has. */
  static OptionalLong of(Axis axis, Map<String, Value> known) {
    var value = known.get(axis.term().name());
    if (value == null) {
      return OptionalLong.of(axis instanceof Axis.Member ? 0 : Axis.LEFT_OUT);
    }
    boolean tooFine =
        value instanceof Value.Decimal(BigDecimal number)
            && number.scale() > Value.Decimal.MAX_DECIMALS;
    return tooFine ? OptionalLong.empty() : OptionalLong.of(axis.point(value));
  }
}
