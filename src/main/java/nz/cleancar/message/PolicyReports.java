package nz.cleancar.message;

import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.analysis.CellComparison;
import nz.cleancar.policy.analysis.LineDifferences;
import nz.cleancar.publishing.Reports;

/** Writes what a second person reads before approving, as JSON. */
@Singleton
public final class PolicyReports implements Reports {

  private final JsonBytes json;
  private final LineDifferences lines;

  PolicyReports(JsonBytes json, LineDifferences lines) {
    this.json = json;
    this.lines = lines;
  }

  @Override
  public String write(PolicyVersion draft, Candidate candidate, CompiledPolicy live) {
    return json.text(report(draft, candidate, live));
  }

  private ReportMessage report(PolicyVersion draft, Candidate candidate, CompiledPolicy live) {
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> findings) ->
          new ReportMessage(draft.name(), findings(findings), compare(live, policy));
      case Candidate.Refused(List<Finding> findings) ->
          new ReportMessage(draft.name(), findings(findings), null);
    };
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
