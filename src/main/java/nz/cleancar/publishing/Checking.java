package nz.cleancar.publishing;

import java.util.List;
import nz.cleancar.policy.Finding;

/** What came of putting a version to the gate's checks. */
public sealed interface Checking {

  /**
   * It was checked, and passed or not; the version's latest check says which.
   *
   * @param version as it is now
   * @param findings all of them
   */
  record Done(Version version, List<Finding> findings) implements Checking {
    public Done {
      findings = List.copyOf(findings);
    }
  }

  /** It was not checked. */
  record NotDone(Move.Refused refused) implements Checking {}
}
