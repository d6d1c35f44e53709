package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import nz.cleancar.policy.table.Value;

/** Where known values lie on the axes of a table. */
final class Points {

  private Points() {}

  /** The point of what is known; empty where it is none that the axis has. */
  static OptionalLong of(Axis axis, Map<String, Value> known) {
    var value = known.get(axis.term().name());
    if (axis instanceof Axis.Member) {
      return OptionalLong.of(value == null ? 0 : axis.point(value));
    }
    if (value == null) {
      return within(axis, Axis.LEFT_OUT);
    }
    return switch (value) {
      case Value.Decimal(BigDecimal number) when number.scale() > Value.Decimal.MAX_DECIMALS ->
          OptionalLong.empty();
      case Value.Word _,
          Value.Words _,
          Value.Whole _,
          Value.Decimal _,
          Value.Day _,
          Value.YesNo _,
          Value.Sentence _ ->
          within(axis, axis.point(value));
    };
  }

  private static OptionalLong within(Axis axis, long point) {
    return axis.domain().contains(point) ? OptionalLong.of(point) : OptionalLong.empty();
  }
}
