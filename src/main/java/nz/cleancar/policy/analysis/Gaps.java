package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.Value;

/** Questions that a table must answer and has no row for. */
final class Gaps {

  private final Layout layout;

  Gaps(Layout layout) {
    this.layout = layout;
  }

  void tell(Diagram<BitSet> rows, Told told) {
    if (!layout.mustAnswer()) {
      return;
    }
    rows.visit(
        layout.asked(), BitSet::isEmpty, region -> told.tell("gap", () -> finding(region.sides())));
  }

  private Finding finding(List<Spans> sides) {
    var witness = layout.wording().witness(sides);
    String missing = layout.rowsFor(sides);
    var nearest = nearest(witness);
    var place =
        nearest.map(
            row -> {
              var missed = missed(row, witness);
              return missed.size() == 1 ? layout.place(row, missed.getFirst()) : layout.place(row);
            });
    return Finding.error(
            "gap",
            place.orElse(layout.place()),
            "a row for all that the table is asked",
            "none for " + missing,
            repair(sides, missing))
        .shownBy(witness);
  }

  private String repair(List<Spans> sides, String missing) {
    if (needsOtherWords(sides)) {
      return "Give the term its allowed words in the vocabulary, or let one row say `any`.";
    }
    return "Add a row for "
        + missing
        + extension(sides).map(change -> ", or change " + change).orElse("")
        + ".";
  }

  /** Whether what is missing is any word that no row names. */
  private boolean needsOtherWords(List<Spans> sides) {
    return IntStream.range(0, sides.size())
        .anyMatch(
            i ->
                layout.space().axes().get(i) instanceof Axis.Words words
                    && words.others()
                    && sides.get(i).contains(words.words().size()));
  }

  /** A cell that would take in what is missing, if it said more: {@code A17 to `...`}. */
  private Optional<String> extension(List<Spans> sides) {
    for (Box box : layout.boxes()) {
      var missed =
          IntStream.range(0, sides.size())
              .filter(axis -> !box.sides().get(axis).containsAll(sides.get(axis)))
              .boxed()
              .toList();
      if (missed.size() == 1
          && layout.space().axes().get(missed.getFirst()) instanceof Axis.Numbers axis) {
        int column = layout.table().inputs().indexOf(axis.term());
        var longer =
            Spans.union(List.of(box.sides().get(missed.getFirst()), sides.get(missed.getFirst())));
        var cell =
            longer.runs().size() == 1 ? layout.cell(column, longer) : Optional.<String>empty();
        if (cell.isPresent()) {
          return Optional.of(layout.place(box.row(), column).cell() + " to `" + cell.get() + "`");
        }
      }
    }
    return Optional.empty();
  }

  /** The row that misses the case on the fewest columns, and of those the closest. */
  private Optional<Integer> nearest(Witness witness) {
    return IntStream.range(0, layout.table().rows().size())
        .boxed()
        .min(
            Comparator.comparingInt((Integer row) -> missed(row, witness).size())
                .thenComparing(row -> distance(row, witness)));
  }

  private List<Integer> missed(int row, Witness witness) {
    var missed = new ArrayList<Integer>();
    for (int column = 0; column < layout.table().inputs().size(); column++) {
      if (!layout.row(row).conditions().get(column).matches(given(column, witness))) {
        missed.add(column);
      }
    }
    return missed;
  }

  private BigDecimal distance(int row, Witness witness) {
    return IntStream.range(0, layout.table().inputs().size())
        .mapToObj(
            column ->
                given(column, witness)
                    .map(layout.row(row).conditions().get(column)::distance)
                    .orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Optional<Value> given(int column, Witness witness) {
    return Optional.ofNullable(witness.values().get(layout.table().inputs().get(column).name()));
  }
}
