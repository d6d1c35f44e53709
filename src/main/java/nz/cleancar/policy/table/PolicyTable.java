package nz.cleancar.policy.table;

import java.util.List;

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
    List<Row> rows) {

  public PolicyTable {
    inputs = List.copyOf(inputs);
    outcomes = List.copyOf(outcomes);
    rows = List.copyOf(rows);
  }
}
