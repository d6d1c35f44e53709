package nz.cleancar.policy.xlsx;

import java.util.Optional;
import java.util.regex.Pattern;

/** A cell's row and column, both counted from 1; in A1 form as text. */
public record Address(int row, int column) {

  private static final Pattern A1 = Pattern.compile("\\$?([A-Z]{1,5})\\$?([1-9][0-9]{0,8})");

  /** The address that the text names, even if no spreadsheet is that large. */
  static Optional<Address> of(String a1) {
    var parts = A1.matcher(a1);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int column = parts.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
    return Optional.of(new Address(Integer.parseInt(parts.group(2)), column));
  }

  /** The letters of a column. */
  public static String letters(int column) {
    var letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  @Override
  public String toString() {
    return letters(column) + row;
  }
}
