package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.Value;

/** Questions that a table must answer and has no row for. */
final class Gaps {

  private static final int MOST_CELLS_TOLD = 2;

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

  /** A cell that would take in what is missing, if it said more. */
  private record Longer(Place cell, String text) {}

  private Finding finding(List<Spans> sides) {
    var witness = layout.wording().witness(sides);
    String missing = layout.rowsFor(sides);
    var longer = longer(sides);
    var places = longer.isEmpty() ? nearest(witness) : longer.stream().map(Longer::cell).toList();
    return Finding.error(
            "gap",
            places.isEmpty() ? layout.place() : places.getFirst(),
            "a row for all that the table is asked",
            "none for " + missing,
            repair(sides, missing, longer))
        .alsoAt(places.stream().skip(1).toList())
        .shownBy(witness);
  }

  private String repair(List<Spans> sides, String missing, List<Longer> longer) {
    if (needsOtherWords(sides)) {
      return "Give the term its allowed words in the vocabulary, or let one row say `any`.";
    }
    return "Add "
        + (missing.contains("`, `") ? "rows for " : "a row for ")
        + missing
        + longer.stream()
            .map(each -> ", or change %s to `%s`".formatted(each.cell().cell(), each.text()))
            .collect(Collectors.joining())
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

  /** Cells, each of which would take in what is missing and nothing that another row has. */
  private List<Longer> longer(List<Spans> sides) {
    return layout.boxes().stream()
        .flatMap(box -> longer(box, sides).stream())
        .limit(MOST_CELLS_TOLD)
        .toList();
  }

  private Optional<Longer> longer(Box box, List<Spans> sides) {
    var missed =
        IntStream.range(0, sides.size())
            .filter(axis -> !box.sides().get(axis).containsAll(sides.get(axis)))
            .boxed()
            .toList();
    if (missed.size() != 1
        || !(layout.space().axes().get(missed.getFirst()) instanceof Axis.Numbers axis)) {
      return Optional.empty();
    }
    int index = missed.getFirst();
    var grown = Spans.union(List.of(box.sides().get(index), sides.get(index)));
    var added = new ArrayList<>(box.sides());
    added.set(index, sides.get(index));
    var addition = new Box(box.row(), added);
    if (grown.runs().size() > 1
        || layout.boxes().stream()
            .anyMatch(other -> other.row() != box.row() && other.meets(addition))) {
      return Optional.empty();
    }
    int column = layout.table().inputs().indexOf(axis.term());
    return layout
        .cell(column, grown)
        .map(text -> new Longer(layout.place(box.row(), column), text));
  }

  /** The cell, or the row, that misses the case on the fewest columns and by the least. */
  private List<Place> nearest(Witness witness) {
    return IntStream.range(0, layout.table().rows().size())
        .boxed()
        .min(
            Comparator.comparingInt((Integer row) -> missed(row, witness).size())
                .thenComparing(row -> distance(row, witness)))
        .map(
            row -> {
              var missed = missed(row, witness);
              return missed.size() == 1 ? layout.place(row, missed.getFirst()) : layout.place(row);
            })
        .stream()
        .toList();
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
