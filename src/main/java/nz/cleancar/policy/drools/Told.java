package nz.cleancar.policy.drools;

/** A row that answers a table's question, or -1 for none, found without the engine's own match. */
public final class Told {

  private final int table;
  private final Asked asked;
  private final int row;

  Told(int table, Asked asked, int row) {
    this.table = table;
    this.asked = asked;
    this.row = row;
  }

  /** The table, as {@link Known#ask} counts them. */
  public int getTable() {
    return table;
  }

  /** The question. */
  public Asked getAsked() {
    return asked;
  }

  /** The row's index, or -1. */
  public int getRow() {
    return row;
  }
}
