package nz.cleancar.policy;

import java.util.Set;
import nz.cleancar.policy.table.PolicyTable;

/** A policy that decides. Immutable, safe for many threads at once, and pure. */
public interface CompiledPolicy extends Rules, AutoCloseable {

  /** The policy that it was compiled from. */
  Policy policy();

  /** All rules of its rule sets. */
  Set<RuleName> rules();

  /** Runs the rules as {@link #run} does, and takes note of all that is asked. */
  Watched watch(Facts facts);

  /**
   * The same rules with one table's cells changed, to try what a change would do. Nothing is built
   * anew, so thousands of changes can be tried in a second. It lasts as long as this policy does.
   * Runs are those of a policy built with the table; only a fault that names a failed rule may name
   * another one for a row.
   *
   * @param changed a table of this policy with other rows or another answer where none matches; its
   *     id, columns and hit policy are as before
   * @throws IllegalArgumentException if it is no such table
   */
  Rules with(PolicyTable changed);

  /** Lets go of the engine's memory. Runs under way finish first. */
  @Override
  void close();
}
