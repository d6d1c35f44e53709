package nz.cleancar.policy;

/** Rules that can be run. Safe for many threads at once, and pure: same facts, same run. */
@FunctionalInterface
public interface Rules {

  /** Runs the rules over the facts. Never throws for what rules or tables lack: see the faults. */
  Run run(Facts facts);
}
