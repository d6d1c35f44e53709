package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Value;

/**
 * Questions that may ask a table within a region where one number that rules conclude is all that
 * keeps this one out: a fact is moved by what the number lacks, up and down. It hits where the
 * number is a sum or a difference of facts.
 */
final class Nudges {

  private Nudges() {}

  /**
   * The questions.
   *
   * @param known what is known where the question asks the table
   */
  static List<Facts> towards(ChangedRegion region, Facts question, Map<String, Value> known) {
    var missed =
        IntStream.range(0, region.axes().size())
            .filter(axis -> !region.contains(axis, known))
            .boxed()
            .toList();
    return missed.size() == 1
        ? lacks(region, missed.getFirst(), question, known)
            .map(lack -> moved(question, lack))
            .orElse(List.of())
        : List.of();
  }

  /** How far a concluded number with decimals is from the region. */
  private static Optional<BigDecimal> lacks(
      ChangedRegion region, int index, Facts question, Map<String, Value> known) {
    Axis axis = region.axes().get(index);
    if (axis.term().kind() != Kind.DECIMAL || question.values().containsKey(axis.term().name())) {
      return Optional.empty();
    }
    var point = Points.of(axis, known);
    return point.isEmpty() || point.getAsLong() == Axis.LEFT_OUT
        ? Optional.empty()
        : nearest(region.side(index), point.getAsLong())
            .map(
                wanted ->
                    BigDecimal.valueOf(wanted - point.getAsLong(), Value.Decimal.MAX_DECIMALS));
  }

  private static Optional<Long> nearest(Spans side, long point) {
    return side.runs().stream()
        .filter(run -> run[0] != Axis.LEFT_OUT)
        .map(run -> Math.clamp(point, run[0], run[1]))
        .min((left, right) -> Long.compare(Math.abs(left - point), Math.abs(right - point)));
  }

  private static List<Facts> moved(Facts question, BigDecimal lack) {
    var moved = new ArrayList<Facts>();
    new TreeMap<>(question.values())
        .forEach(
            (name, value) -> {
              if (value instanceof Value.Decimal(BigDecimal number)) {
                for (BigDecimal other : List.of(number.add(lack), number.subtract(lack))) {
                  if (other.signum() >= 0 || number.signum() < 0) {
                    var values = new HashMap<>(question.values());
                    values.put(name, Value.of(other));
                    moved.add(new Facts(question.topic(), values));
                  }
                }
              }
            });
    return moved;
  }
}
