package nz.cleancar.decision;

import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.policy.PolicyVersion;

/** The policy lacks what it would need to answer; whatever was under way is undone. */
public final class Unruled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PolicyVersion version;
  private final transient List<Reason> reasons;

  Unruled(PolicyVersion version, List<Reason> reasons) {
    super(reasons.stream().map(Reason::says).collect(Collectors.joining(" ")));
    this.version = version;
    this.reasons = List.copyOf(reasons);
  }

  /** The policy that lacks it. */
  public PolicyVersion version() {
    return version;
  }

  /** What it lacks. */
  public List<Reason> reasons() {
    return reasons;
  }
}
