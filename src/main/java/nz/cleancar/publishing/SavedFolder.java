package nz.cleancar.publishing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Timeline.Step;

/** A folder whose policy is made live as it is saved, and says what became of it. */
final class SavedFolder {

  private static final int MOST_TOLD = 5;
  private static final String SAVED = "It was saved in the folder that is watched.";

  private final PolicyFolder folder;
  private final Timeline timeline;
  private final Publishing.Parts parts;
  private final Gate gate;
  private final List<GateCheck> toldOnly;
  private final Publisher publisher;
  private final Policies policies;
  private final Consumer<String> out;
  private PolicyVersion seen;

  SavedFolder(
      Path folder,
      Timeline timeline,
      Publishing.Parts parts,
      Publisher publisher,
      Policies policies,
      Consumer<String> out) {
    this.folder = new PolicyFolder(folder);
    this.timeline = timeline;
    this.parts = parts;
    var checks = parts.gateChecks();
    this.gate =
        new Gate(
            parts.loader()::check,
            checks.stream().filter(check -> !check.mayBeTriedOut()).toList());
    this.toldOnly = checks.stream().filter(GateCheck::mayBeTriedOut).toList();
    this.publisher = publisher;
    this.policies = policies;
    this.out = out;
    this.seen = policies.live().policy().version();
  }

  /** Makes what the folder has live, if that is new and passes the gate. */
  void look() {
    long began = System.nanoTime();
    var contents = folder.read();
    var sources = contents.sources();
    var version = sources.version();
    boolean strays = contents.findings().stream().anyMatch(Finding::isError);
    if (version.equals(seen) && !strays) {
      return;
    }
    seen = version;
    var verdict = gate.judge(sources, parts.loader().check(contents));
    switch (verdict.candidate()) {
      case Candidate.Refused(List<Finding> findings) -> refused(findings);
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> findings) -> {
        String tables = tables(policy);
        boolean isLive = takeLive(sources, verdict);
        if (!isLive) {
          out.accept("Not live, for another version came first; save again.");
          return;
        }
        out.accept(
            "Live after %.1f s: %s, %s; %d findings, none an error (`ccs check` prints them)."
                .formatted(
                    (System.nanoTime() - began) / 1e9,
                    version.shortName(),
                    tables,
                    findings.size()));
        toldOnly.forEach(check -> tell(check, sources));
      }
    }
  }

  /** Says what would keep the policy from going live anywhere else. */
  private void tell(GateCheck check, PolicySources sources) {
    var live = policies.live();
    if (!live.policy().version().equals(sources.version())) {
      return;
    }
    var errors = check.findings(sources, live).stream().filter(Finding::isError).toList();
    errors.stream().limit(MOST_TOLD).forEach(finding -> out.accept(finding.lines()));
    if (!errors.isEmpty()) {
      out.accept(
          "Its %s do not pass, %d %s; a real service would not take it (`ccs test` tells all)."
              .formatted(check.name(), errors.size(), errors.size() == 1 ? "error" : "errors"));
    }
  }

  private void refused(List<Finding> findings) {
    var errors = findings.stream().filter(Finding::isError).toList();
    errors.forEach(finding -> out.accept(finding.lines()));
    out.accept(
        "Not live, for %d %s; %s goes on deciding."
            .formatted(
                errors.size(),
                errors.size() == 1 ? "error" : "errors",
                policies.live().policy().version().shortName()));
  }

  private boolean takeLive(PolicySources sources, Verdict verdict) {
    var version = sources.version();
    if (policies.live().policy().version().equals(version)) {
      verdict.close();
      return true;
    }
    parts.archive().keep(sources);
    var _ =
        timeline.move(
            version, Drafts.FOLDER, SAVED, _ -> new Step.Take(new PolicyEvent.What.HandedIn(null)));
    return publisher.takeLive(
            version, Drafts.FOLDER, SAVED, verdict, parts.newZealand().now(), _ -> Optional.empty())
        instanceof Move.Made;
  }

  private static String tables(CompiledPolicy compiled) {
    var policy = compiled.policy();
    int rows = policy.tables().stream().mapToInt(table -> table.rows().size()).sum();
    return "%d tables with %d rows".formatted(policy.tables().size(), rows);
  }
}
