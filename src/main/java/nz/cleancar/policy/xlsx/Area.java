package nz.cleancar.policy.xlsx;

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
