package nz.cleancar.publishing;

import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyVersion;

/** What came of handing files in. */
public sealed interface HandingIn {

  /**
   * A new draft, checked.
   *
   * @param version with its first check
   * @param findings all of them
   */
  record Drafted(Version version, List<Finding> findings) implements HandingIn {
    public Drafted {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A version that was handed in before.
   *
   * @param version as far as it has come
   */
  record Known(Version version) implements HandingIn {}

  /**
   * The files are what they were.
   *
   * @param base the version that has them already
   */
  record Unchanged(PolicyVersion base) implements HandingIn {}

  /**
   * The files cannot be put into a policy; nothing was kept.
   *
   * @param faults what is wrong, each with its place
   */
  record Refused(List<Fault> faults) implements HandingIn {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /**
   * The person may not hand this in; nothing was kept.
   *
   * @param says why, in a sentence
   */
  record NotAllowed(String says) implements HandingIn {}

  /**
   * What is wrong with what was handed in.
   *
   * @param pointer a JSON pointer (RFC 6901): {@code /reason}, {@code /base}, {@code /files/} or
   *     {@code /removed/} and the path, escaped
   * @param says what is wrong with it, after the place is named
   */
  record Fault(String pointer, String says) {}
}
