package nz.cleancar.policy;

import java.util.List;

/** Reads a policy's sources into typed values. */
public interface PolicyReader {

  /** The policy, or everything that keeps it from being one. */
  Reading read(PolicySources sources);

  /** What reading gives. */
  sealed interface Reading {

    /** A policy; the findings are warnings only. */
    record Read(Policy policy, List<Finding> findings) implements Reading {
      public Read {
        findings = List.copyOf(findings);
      }
    }

    /** No policy; at least one of the findings is an error. */
    record Unreadable(List<Finding> findings) implements Reading {
      public Unreadable {
        findings = List.copyOf(findings);
      }
    }
  }
}
