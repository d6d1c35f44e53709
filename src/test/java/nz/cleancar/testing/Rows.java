package nz.cleancar.testing;

import java.util.ArrayList;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Row;

/** Rows that differ from others in a cell. */
public final class Rows {

  private Rows() {}

  /** The row with another condition in an input column. */
  public static Row with(Row row, int column, Condition condition) {
    var conditions = new ArrayList<>(row.conditions());
    conditions.set(column, condition);
    return new Row(
        row.number(),
        row.cells(),
        conditions,
        row.outcomes(),
        row.source(),
        row.standing(),
        row.note());
  }
}
