package nz.cleancar.policy;

/**
 * A policy that decides. Immutable, safe for many threads at once, and pure: the same facts give
 * the same run.
 */
public interface CompiledPolicy extends AutoCloseable {

  /** The policy that it was compiled from. */
  Policy policy();

  /** Runs the rules over the facts. Never throws for what rules or tables lack: see the faults. */
  Run run(Facts facts);

  /** Lets go of the engine's memory. Runs under way finish first. */
  @Override
  void close();
}
