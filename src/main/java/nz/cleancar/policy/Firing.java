package nz.cleancar.policy;

import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;

/** A rule or row that matched, with the sentence that explains it. */
public sealed interface Firing {

  /** The sentence, with the numbers in it. */
  String says();

  /** A row of a table. */
  record RowFired(String says, PolicyTable table, Row row) implements Firing {}

  /** A table that answers although no row matched. */
  record OtherwiseFired(String says, PolicyTable table) implements Firing {}

  /**
   * A rule of a rule set that explained itself.
   *
   * @param ruleSet the rule set's name, for example {@code vehicle-assessment}
   * @param rule the rule's name
   */
  record RuleFired(String says, String ruleSet, String rule) implements Firing {}
}
