package nz.cleancar.policy.table;

import java.util.List;

/**
 * One row of a decision table.
 *
 * @param number its row on the sheet, counted from 1 as spreadsheets do
 * @param cells the cells that it takes up, for example {@code A12:F12}
 * @param conditions one for each input column, in order
 * @param outcomes one for each outcome column, in order
 * @param source the Act, regulation or paper that it rests on
 * @param standing how firmly it stands
 * @param note what a reader should know; empty where there is nothing
 */
public record Row(
    int number,
    String cells,
    List<Condition> conditions,
    List<Value> outcomes,
    String source,
    Standing standing,
    String note) {

  public Row {
    conditions = List.copyOf(conditions);
    outcomes = List.copyOf(outcomes);
  }
}
