package nz.cleancar.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.security.Person;

/** All versions of the policy, and the way of each from being handed in to being live. */
public interface Versions {

  /** The versions handed in last, newest first. */
  List<Version> all(int most);

  /** The version, if it was handed in. */
  Optional<Version> find(PolicyVersion version);

  /** The version's files, if it was handed in. */
  Optional<PolicySources> sources(PolicyVersion version);

  /** The version's reports by their digest, if there are such. */
  Optional<String> reports(PolicyVersion version, ReportsDigest digest);

  /** What happened to the version, in order; empty if it was never handed in. */
  List<PolicyEvent> events(PolicyVersion version);

  /** The publications, newest first. */
  List<Publication> publications(int most);

  /** Makes a draft of the live policy with the files put in, and checks it. */
  HandingIn handIn(Person author, Submission submission);

  /** Makes a draft of the base with the files put in, and checks it. */
  HandingIn handIn(Person author, PolicyVersion base, Submission submission);

  /** Puts the version to the gate's checks, and writes its reports against the live policy. */
  Checking check(PolicyVersion version);

  /** Approves the version with these reports. */
  Move approve(Person approver, PolicyVersion version, ReportsDigest reports, String reason);

  /** Makes the version live now; a version that was live before needs no approval. */
  Move publish(Person publisher, PolicyVersion version, String reason);

  /** Has the version go live at the moment. */
  Move schedule(Person publisher, PolicyVersion version, Instant liveFrom, String reason);

  /** Takes the version's time back. */
  Move withdraw(Person person, PolicyVersion version, String reason);

  /** Makes the version live that was live before this one. */
  Move rollBack(Person person, String reason);
}
