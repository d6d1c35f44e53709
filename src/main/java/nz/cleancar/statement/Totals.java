package nz.cleancar.statement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import nz.cleancar.ledger.Book;

/**
 * The balances of a statement at a moment.
 *
 * @param amounts each figure, in tenths of a gram or in cents
 */
public record Totals(Map<Figure, Long> amounts) {

  public Totals {
    var all = new EnumMap<Figure, Long>(Figure.class);
    for (Figure figure : Figure.values()) {
      all.put(figure, amounts.getOrDefault(figure, 0L));
    }
    amounts = Collections.unmodifiableMap(all);
  }

  static Totals of(Map<Book, Long> sums) {
    var amounts = new EnumMap<Figure, Long>(Figure.class);
    sums.forEach((book, sum) -> Figure.of(book).ifPresent(figure -> amounts.put(figure, sum)));
    return new Totals(amounts);
  }

  /** The figure, in tenths of a gram or in cents. */
  public long of(Figure figure) {
    return amounts.getOrDefault(figure, 0L);
  }

  Totals moved(Figure figure, long amount) {
    var all = new EnumMap<>(amounts);
    all.merge(figure, amount, Math::addExact);
    return new Totals(all);
  }
}
