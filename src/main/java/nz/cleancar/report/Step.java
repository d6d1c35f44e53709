package nz.cleancar.report;

import nz.cleancar.policy.Firing;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;

/**
 * A step of an explanation.
 *
 * @param says the sentence
 * @param from the row, table or rule that it comes from
 */
record Step(String says, String from) {

  static Step of(Firing firing) {
    return switch (firing) {
      case Firing.RowFired(String says, PolicyTable table, Row row) ->
          new Step(says, table.workbook() + " " + row.cells());
      case Firing.OtherwiseFired(String says, PolicyTable table) ->
          new Step(says, table.workbook() + ", no row");
      case Firing.RuleFired(String says, String ruleSet, String rule) ->
          new Step(says, ruleSet + ": " + rule);
    };
  }

  /** The sentence with where it comes from. */
  String text() {
    return says.isEmpty() ? from : says + " [" + from + "]";
  }
}
