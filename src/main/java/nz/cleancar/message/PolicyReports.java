package nz.cleancar.message;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nz.cleancar.message.ReportMessage.FileFacts;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.analysis.CellComparison;
import nz.cleancar.policy.analysis.LineDifferences;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.Reports;

/** Writes what a second person reads before approving, as JSON. */
@Singleton
public final class PolicyReports implements Reports {

  private final JsonBytes json;
  private final LineDifferences lines;
  private final PolicyArchive archive;

  PolicyReports(JsonBytes json, LineDifferences lines, PolicyArchive archive) {
    this.json = json;
    this.lines = lines;
    this.archive = archive;
  }

  @Override
  public String write(PolicyVersion draft, Candidate candidate, CompiledPolicy live) {
    return json.text(report(draft, candidate, live));
  }

  private ReportMessage report(PolicyVersion draft, Candidate candidate, CompiledPolicy live) {
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> findings) ->
          new ReportMessage(
              draft.name(), files(draft, live), findings(findings), compare(live, policy));
      case Candidate.Refused(List<Finding> findings) ->
          new ReportMessage(draft.name(), files(draft, live), findings(findings), null);
    };
  }

  /** Every file that differs, also one whose tables say the same and one that is no table. */
  private List<FileFacts> files(PolicyVersion draft, CompiledPolicy live) {
    var before = files(live.policy().version());
    var after = files(draft);
    var paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    return paths.stream()
        .filter(path -> !Arrays.equals(before.get(path), after.get(path)))
        .map(path -> new FileFacts(path, change(before.containsKey(path), after.containsKey(path))))
        .toList();
  }

  private SortedMap<String, byte[]> files(PolicyVersion version) {
    return archive.find(version).map(PolicySources::files).orElseGet(TreeMap::new);
  }

  private static String change(boolean wasThere, boolean isThere) {
    if (wasThere && isThere) {
      return "CHANGED";
    }
    return isThere ? "ADDED" : "REMOVED";
  }

  /** What changed from one policy to another. */
  public ComparisonMessage compare(CompiledPolicy before, CompiledPolicy after) {
    return new ComparisonMessage(
        before.policy().version().name(),
        after.policy().version().name(),
        CellsMessage.from(CellComparison.between(before.policy(), after.policy(), lines)),
        MeaningMessage.between(before, after));
  }

  private static List<FindingMessage> findings(List<Finding> findings) {
    return findings.stream().map(FindingMessage::from).toList();
  }
}
