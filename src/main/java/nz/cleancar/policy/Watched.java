package nz.cleancar.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;

/**
 * A run with all that was asked on the way.
 *
 * @param run what it came to
 * @param lookups the questions to tables, in the order that they were asked
 * @param rules the rules of the rule sets that fired, whether or not they explained themselves
 */
public record Watched(Run run, List<Lookup> lookups, Set<RuleName> rules) {

  public Watched {
    lookups = List.copyOf(lookups);
    rules = Set.copyOf(rules);
  }

  /**
   * A question to a table.
   *
   * @param table the table
   * @param inputs what it was asked, one for each input column
   * @param rows the rows that answered by its hit policy, in the order of the sheet
   */
  public record Lookup(PolicyTable table, List<Optional<Value>> inputs, List<Row> rows) {
    public Lookup {
      inputs = List.copyOf(inputs);
      rows = List.copyOf(rows);
    }
  }
}
