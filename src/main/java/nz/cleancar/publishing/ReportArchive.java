package nz.cleancar.publishing;

import java.util.Optional;
import nz.cleancar.policy.PolicyVersion;

/** The reports of every check. Append-only. */
public interface ReportArchive {

  /** Keeps the reports of a version; those that are kept already change nothing. */
  void keep(PolicyVersion version, PolicyVersion comparedWith, String reports);

  /** The reports of a version by their digest, if they are kept. */
  Optional<String> find(PolicyVersion version, ReportsDigest digest);
}
