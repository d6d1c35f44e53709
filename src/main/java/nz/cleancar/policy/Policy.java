package nz.cleancar.policy;

import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Vocabulary;

/**
 * A policy as read from its sources: typed, without an error finding, not yet compiled.
 *
 * @param version the digest of its sources
 * @param vocabulary its columns and facts
 * @param tables its decision tables, in the order of their ids
 * @param ruleSets its rule sets, in the order of their files
 */
public record Policy(
    PolicyVersion version,
    Vocabulary vocabulary,
    List<PolicyTable> tables,
    List<RuleSet> ruleSets) {

  public Policy {
    tables = List.copyOf(tables);
    ruleSets = List.copyOf(ruleSets);
  }

  /** The table with this id. */
  public Optional<PolicyTable> table(String id) {
    return tables.stream().filter(table -> table.id().equals(id)).findFirst();
  }
}
