package nz.cleancar.publishing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nz.cleancar.policy.PolicyVersion;

/** Reports that are forgotten when the test ends. */
public final class InMemoryReportArchive implements ReportArchive {

  private final Map<String, String> kept = new ConcurrentHashMap<>();

  @Override
  public void keep(PolicyVersion version, PolicyVersion comparedWith, String reports) {
    kept.put(version + " " + ReportsDigest.of(reports), reports);
  }

  @Override
  public Optional<String> find(PolicyVersion version, ReportsDigest digest) {
    return Optional.ofNullable(kept.get(version + " " + digest));
  }
}
