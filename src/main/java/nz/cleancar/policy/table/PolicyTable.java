package nz.cleancar.policy.table;

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
 * @param inputColumns the letters of the input columns on the sheet, in order
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
    List<String> inputColumns) {

  public PolicyTable {
    inputs = List.copyOf(inputs);
    outcomes = List.copyOf(outcomes);
    rows = List.copyOf(rows);
    inputColumns = List.copyOf(inputColumns);
  }

  /** A table whose input columns are A, B and so on. */
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
        IntStream.range(0, inputs.size()).mapToObj(i -> Character.toString('A' + i)).toList());
  }

  /** The address of a row's cell in an input column, for example {@code A17}. */
  public String cell(Row row, int input) {
    return inputColumns.get(input) + row.number();
  }
}
