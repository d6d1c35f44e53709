package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * Says a side of a region as a cell would: {@code any}, {@code PAYG}, {@code
 * [2026-01-01..2027-12-31]}. Where tables write a bound, the text has it as they write it.
 */
final class SideText {

  private static final int MOST_LISTED = 12;

  private final Set<Named> named = new HashSet<>();

  /** A bound that a table writes. */
  private record Named(Term term, String text) {
    Named(Term term, Value value) {
      this(term, value.text());
    }
  }

  SideText(List<PolicyTable> tables) {
    for (PolicyTable table : tables) {
      for (Row row : table.rows()) {
        for (int column = 0; column < table.inputs().size(); column++) {
          if (row.conditions().get(column) instanceof Condition.Range range) {
            var term = table.inputs().get(column);
            range.lower().map(Bound::value).ifPresent(value -> named.add(new Named(term, value)));
            range.upper().map(Bound::value).ifPresent(value -> named.add(new Named(term, value)));
          }
        }
      }
    }
  }

  /** The side in parts of which each can be said in one cell. */
  static List<Spans> sayable(Axis axis, Spans side) {
    return switch (axis) {
      case Axis.Numbers numbers when !side.equals(axis.domain()) -> {
        var parts = new ArrayList<Spans>();
        var given = side.and(numbers.given());
        if (side.contains(Axis.LEFT_OUT)) {
          parts.add(Spans.of(Axis.LEFT_OUT, Axis.LEFT_OUT));
        }
        if (isList(numbers.term(), given)) {
          parts.add(given);
        } else {
          given.runs().forEach(run -> parts.add(Spans.of(run[0], run[1])));
        }
        yield parts;
      }
      case Axis.Numbers _, Axis.Words _, Axis.Member _, Axis.YesNo _ -> List.of(side);
    };
  }

  private static boolean isList(Term term, Spans given) {
    return !given.isEmpty()
        && given.runs().size() <= MOST_LISTED
        && given.runs().stream()
            .allMatch(
                run -> run[0] == run[1] || (term.kind() == Kind.WHOLE && run[1] == run[0] + 1));
  }

  /** The side of an axis that is not one of several words. */
  String text(Axis axis, Spans side) {
    if (side.equals(axis.domain())) {
      return "any";
    }
    return switch (axis) {
      case Axis.Words words -> words(words, side);
      case Axis.YesNo _, Axis.Member _ -> listed(axis, side);
      case Axis.Numbers numbers -> numbers(numbers, side);
    };
  }

  private static String words(Axis.Words axis, Spans side) {
    var words = new ArrayList<String>();
    points(side)
        .forEach(point -> words.add(axis.value(point).map(Value::text).orElse("not given")));
    boolean others = axis.others() && side.contains(axis.words().size());
    if (!others) {
      return String.join("; ", words);
    }
    var named = axis.words().stream().filter(word -> !words.contains(word)).toList();
    return named.isEmpty() ? "given" : "any but " + String.join("; ", named);
  }

  private static String listed(Axis axis, Spans side) {
    return points(side)
        .mapToObj(point -> axis.value(point).map(Value::text).orElse("not given"))
        .collect(Collectors.joining("; "));
  }

  private static LongStream points(Spans side) {
    return side.runs().stream().flatMapToLong(run -> LongStream.rangeClosed(run[0], run[1]));
  }

  private String numbers(Axis.Numbers axis, Spans side) {
    if (side.contains(Axis.LEFT_OUT)) {
      return "not given";
    }
    if (side.equals(axis.given())) {
      return "given";
    }
    if (isList(axis.term(), side)) {
      return listed(axis, side);
    }
    long first = side.first().orElseThrow();
    long last = side.last().orElseThrow();
    return new Condition.Range(
            first == axis.given().first().orElseThrow() ? null : lower(axis, first),
            last == axis.given().last().orElseThrow() ? null : upper(axis, last))
        .text();
  }

  private Bound lower(Axis.Numbers axis, long first) {
    return end(axis, first, first - 1);
  }

  private Bound upper(Axis.Numbers axis, long last) {
    return end(axis, last, last + 1);
  }

  /** Up to the point and with it, or up to its neighbour without, as a table says it. */
  private Bound end(Axis.Numbers axis, long point, long beyond) {
    var value = axis.value(point).orElseThrow();
    var other = axis.value(beyond).orElseThrow();
    boolean inclusive =
        axis.term().kind() == Kind.DAY
            || isNamed(axis.term(), value)
            || !isNamed(axis.term(), other);
    return inclusive ? new Bound(value, true) : new Bound(other, false);
  }

  private boolean isNamed(Term term, Value value) {
    return named.contains(new Named(term, value));
  }
}
