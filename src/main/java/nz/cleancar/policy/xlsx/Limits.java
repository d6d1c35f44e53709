package nz.cleancar.policy.xlsx;

/**
 * The most that a workbook may be. One past any of them is a finding; the first five are checked
 * before the workbook is opened.
 *
 * @param fileBytes the size of the file
 * @param parts the entries of its zip
 * @param partBytes the expanded size of one entry
 * @param expandedBytes the expanded size of all entries
 * @param expansion how many times its packed size an entry may expand to, once it is larger than
 *     {@link #SMALL_PART} bytes
 * @param sheets the sheets
 * @param rows the number of the last row with something in it
 * @param columns the number of the last column with something in it
 * @param strings the shared texts
 * @param styles the cell styles
 * @param cellCharacters the characters of one cell
 * @param findings the findings of one sheet that are told one by one; of those beyond, the number
 * @param editedNodes the elements and attributes of a workbook that is opened as a whole, to be
 *     written
 * @param streamedBytes the expanded size of one sheet, where sheets are read row by row and no
 *     entry is held; all other entries stay below {@code partBytes}
 */
public record Limits(
    int fileBytes,
    int parts,
    int partBytes,
    int expandedBytes,
    int expansion,
    int sheets,
    int rows,
    int columns,
    int strings,
    int styles,
    int cellCharacters,
    int findings,
    int editedNodes,
    int streamedBytes) {

  /** Below this expanded size, in bytes, an entry may expand by any factor. */
  static final int SMALL_PART = 64 * 1024;

  /** Limits where every entry is held. */
  public Limits(
      int fileBytes,
      int parts,
      int partBytes,
      int expandedBytes,
      int expansion,
      int sheets,
      int rows,
      int columns,
      int strings,
      int styles,
      int cellCharacters,
      int findings,
      int editedNodes) {
    this(
        fileBytes,
        parts,
        partBytes,
        expandedBytes,
        expansion,
        sheets,
        rows,
        columns,
        strings,
        styles,
        cellCharacters,
        findings,
        editedNodes,
        partBytes);
  }

  /** Ample for suites of scenarios, which are read row by row. */
  public static final Limits SUITES =
      new Limits(
          64 * 1024 * 1024,
          256,
          64 * 1024 * 1024,
          1024 * 1024 * 1024,
          100,
          32,
          200_000,
          128,
          1_000_000,
          10_000,
          32_767,
          1_000,
          1_500_000,
          512 * 1024 * 1024);

  /** Ample for tables that people keep. */
  public static final Limits DEFAULT =
      new Limits(
          5 * 1024 * 1024,
          256,
          16 * 1024 * 1024,
          48 * 1024 * 1024,
          100,
          32,
          10_000,
          64,
          100_000,
          10_000,
          32_767,
          1_000,
          1_500_000);
}
