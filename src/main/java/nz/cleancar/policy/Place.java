package nz.cleancar.policy;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where in the policy's sources something stands.
 *
 * @param file the file, for example {@code charge-rates.xlsx}
 * @param sheet the sheet; empty where the file has none or is meant as a whole
 * @param cell the cell or range in A1 form, or {@code line 12}; empty where more than that is meant
 */
public record Place(String file, String sheet, String cell) implements Comparable<Place> {

  private static final Pattern CELL = Pattern.compile("(?:line )?([A-Z]*)([0-9]*).*");
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparing(Place::sheet)
          .thenComparing(place -> place.part(2))
          .thenComparing(place -> place.part(1))
          .thenComparing(Place::cell);

  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, "", "");
  }

  /** Whether the other place is on the same sheet. */
  public boolean isBeside(Place other) {
    return file.equals(other.file) && sheet.equals(other.sheet);
  }

  /** The place as a person says it: {@code charge-rates.xlsx, sheet Table, cell D7}. */
  @Override
  public String toString() {
    var text = new StringBuilder(file);
    if (!sheet.isEmpty()) {
      text.append(", sheet ").append(sheet);
    }
    if (!cell.isEmpty()) {
      text.append(cell.startsWith("line ") ? ", " : ", cell ").append(cell);
    }
    return text.toString();
  }

  /** By file, then sheet, then row, then column. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** The letters or digits of the cell, padded so that they sort as columns and rows do. */
  private String part(int group) {
    var parts = CELL.matcher(cell);
    return parts.matches() ? "%20s".formatted(parts.group(group)) : "";
  }
}
