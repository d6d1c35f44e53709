package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A rectangle of cells; in A1 form as text. */
public record Area(Address first, Address last) {

  /** The cells from one row and column to another, all inclusive. */
  public static Area of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    return new Area(new Address(firstRow, firstColumn), new Address(lastRow, lastColumn));
  }

  /** The one cell. */
  public static Area of(Address address) {
    return new Area(address, address);
  }

  /** The area that a text such as {@code A1:B2} or {@code A1} names. */
  static Optional<Area> of(String a1) {
    int colon = a1.indexOf(':');
    String first = colon < 0 ? a1 : a1.substring(0, colon);
    String last = colon < 0 ? a1 : a1.substring(colon + 1);
    return Address.of(first).flatMap(from -> Address.of(last).map(to -> new Area(from, to)));
  }

  /** The same cells in fewer areas: those that stand below each other are joined. */
  static List<Area> joined(List<Area> areas) {
    var joined = new ArrayList<Area>();
    areas.stream()
        .distinct()
        .sorted(
            Comparator.<Area>comparingInt(area -> area.first().column())
                .thenComparingInt(area -> area.last().column())
                .thenComparingInt(area -> area.first().row()))
        .forEach(
            area -> {
              if (!joined.isEmpty() && joined.getLast().goesOnIn(area)) {
                joined.set(joined.size() - 1, new Area(joined.getLast().first(), area.last()));
              } else {
                joined.add(area);
              }
            });
    return joined;
  }

  private boolean goesOnIn(Area below) {
    return first.column() == below.first.column()
        && last.column() == below.last.column()
        && last.row() + 1 == below.first.row();
  }

  boolean contains(Address address) {
    return address.row() >= first.row()
        && address.row() <= last.row()
        && address.column() >= first.column()
        && address.column() <= last.column();
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + ":" + last;
  }
}
