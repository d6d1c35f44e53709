package nz.cleancar.policy;

/**
 * Where in the policy's sources something stands.
 *
 * @param file the file, for example {@code charge-rates.xlsx}
 * @param sheet the sheet; empty where the file has none or is meant as a whole
 * @param cell the cell or range in A1 form, or {@code line 12}; empty where more than that is meant
 */
public record Place(String file, String sheet, String cell) {

  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, "", "");
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
}
