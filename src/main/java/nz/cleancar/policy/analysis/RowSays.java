package nz.cleancar.policy.analysis;

import java.util.List;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Value;

/** What a row answers: its outcomes, and what they rest on. */
record RowSays(List<Value> outcomes, String source, Standing standing) {

  RowSays {
    outcomes = List.copyOf(outcomes);
  }

  static RowSays of(Row row) {
    return new RowSays(row.outcomes(), row.source(), row.standing());
  }
}
