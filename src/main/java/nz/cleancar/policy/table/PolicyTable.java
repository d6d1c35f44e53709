package nz.cleancar.policy.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A decision table as a sheet has it, in typed values.
 *
 * @param id its id, for example {@code annual-targets}; unique in a policy
 * @param title what row 1 of the sheet says
 * @param purpose what the table is for, in a sentence
 * @param hitPolicy how many rows may match
 * @param otherwise what it answers when none does
 * @param owner who answers for it
 * @param says the sentence that explains a matching row, in which {@code {a heading}} stands for
 *     that column's value; empty where the table has none
 * @param workbook the name of its file
 * @param sheet the name of its sheet
 * @param inputs its input columns, in order
 * @param outcomes its outcome columns, in order
 * @param rows its rows, in order
 * @param letters the letters of its columns on the sheet: those of the input columns, then of the
 *     outcome columns, then of Source, Standing and Note
 */
public record PolicyTable(
    String id,
    String title,
    String purpose,
    HitPolicy hitPolicy,
    Otherwise otherwise,
    String owner,
    String says,
    String workbook,
    String sheet,
    List<Term> inputs,
    List<Term> outcomes,
    List<Row> rows,
    List<String> letters) {

  private static final int ABOUT_ROWS = 3;

  public PolicyTable {
    inputs = List.copyOf(inputs);
    outcomes = List.copyOf(outcomes);
    rows = List.copyOf(rows);
    letters = List.copyOf(letters);
    if (letters.size() != inputs.size() + outcomes.size() + ABOUT_ROWS) {
      throw new IllegalArgumentException("Each column has its letters.");
    }
  }

  /** A table whose columns stand in the usual order, from A on. */
  public PolicyTable(
      String id,
      String title,
      String purpose,
      HitPolicy hitPolicy,
      Otherwise otherwise,
      String owner,
      String says,
      String workbook,
      String sheet,
      List<Term> inputs,
      List<Term> outcomes,
      List<Row> rows) {
    this(
        id,
        title,
        purpose,
        hitPolicy,
        otherwise,
        owner,
        says,
        workbook,
        sheet,
        inputs,
        outcomes,
        rows,
        usual(inputs.size() + outcomes.size() + ABOUT_ROWS));
  }

  private static List<String> usual(int columns) {
    return IntStream.range(0, columns).mapToObj(PolicyTable::letters).toList();
  }

  private static String letters(int column) {
    String last = Character.toString('A' + column % 26);
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /** The table with these rows and input columns, of which there are as many as before. */
  public PolicyTable with(List<Term> otherInputs, List<Row> otherRows) {
    return with(otherwise, otherInputs, otherRows);
  }

  /** The table with another answer where no row matches. */
  public PolicyTable with(Otherwise other) {
    return with(other, inputs, rows);
  }

  private PolicyTable with(Otherwise other, List<Term> otherInputs, List<Row> otherRows) {
    return new PolicyTable(
        id,
        title,
        purpose,
        hitPolicy,
        other,
        owner,
        says,
        workbook,
        sheet,
        otherInputs,
        outcomes,
        otherRows,
        letters);
  }

  /** The table with these rows. */
  public PolicyTable with(List<Row> otherRows) {
    return with(inputs, otherRows);
  }

  /** What the columns are called, in the order of their letters. */
  public List<String> headers() {
    var headers = new ArrayList<String>();
    inputs.forEach(term -> headers.add(term.header()));
    outcomes.forEach(term -> headers.add(term.header()));
    headers.addAll(List.of("Source", "Standing", "Note"));
    return headers;
  }

  /** The address of a row's cell in an input column, for example {@code A17}. */
  public String cell(Row row, int input) {
    return letters.get(input) + row.number();
  }
}
