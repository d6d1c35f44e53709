package nz.cleancar.policy.analysis;

import java.util.List;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Value;

/** What a row answers: its outcomes, and what they rest on. */
record Answer(List<Value> outcomes, String source, Standing standing) {

  Answer {
    outcomes = List.copyOf(outcomes);
  }

  static Answer of(Row row) {
    return new Answer(row.outcomes(), row.source(), row.standing());
  }
}
