package nz.cleancar.publishing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * Finds the policy that a service begins with: what the events say is live or, where nothing ever
 * was, what is in the folder.
 */
final class Starting {

  private final Timeline timeline;
  private final Publishing.Parts parts;
  private final Gate gate;
  private final StartingPolicy folder;
  private final Path directory;

  Starting(
      Timeline timeline, Publishing.Parts parts, Gate gate, StartingPolicy folder, Path directory) {
    this.timeline = timeline;
    this.parts = parts;
    this.gate = gate;
    this.folder = folder;
    this.directory = directory;
  }

  Begun begun() {
    return timeline.read().live().map(this::goOn).orElseGet(this::begin);
  }

  /** The folder's policy is the first, if it passes the gate. */
  private Begun begin() {
    var sources = folder.contents().sources();
    var verdict = judged();
    if (!(verdict.candidate() instanceof Candidate.Accepted accepted)) {
      throw new PolicyRefused(named(), verdict.findings());
    }
    var version = sources.version();
    parts.archive().keep(sources);
    takeIn(version, "The first policy, as the folder has it.");
    var move =
        timeline.move(
            version,
            Drafts.FOLDER,
            "The first policy is live at once.",
            history ->
                history
                    .live()
                    .<Step>map(_ -> new Step.No(new Move.Refused(Move.Why.OVERTAKEN, "")))
                    .orElseGet(
                        () ->
                            new Step.Take(new PolicyEvent.What.Live(parts.newZealand().now(), 0))));
    accepted.findings().stream()
        .filter(finding -> finding.severity() != Finding.Severity.NOTE)
        .forEach(finding -> parts.notices().told(finding.line()));
    return switch (move) {
      case Move.Made(Version made) when made.stage() instanceof Stage.Live(Publication live) ->
          new Begun(live.number(), accepted.policy(), null, "");
      case Move.Made _, Move.Refused _ -> {
        // Another service on the same database began at the same time, and was faster.
        accepted.policy().close();
        yield goOn(timeline.read().live().orElseThrow());
      }
    };
  }

  private Verdict judged() {
    var contents = folder.contents();
    return switch (folder.loaded()) {
      // Whoever has to mend it wants all findings, those of analysis too.
      case Candidate.Refused _ -> gate.judge(contents.sources(), parts.loader().check(contents));
      case Candidate.Accepted loaded -> {
        if (contents.findings().stream().anyMatch(Finding::isError)) {
          loaded.policy().close();
          yield gate.judge(contents.sources(), parts.loader().check(contents));
        }
        yield gate.judge(contents.sources(), parts.loader().analysed(loaded));
      }
    };
  }

  /** What is live goes on; what the folder has besides is a draft. */
  private Begun goOn(Publication live) {
    var version = folder.contents().sources().version();
    if (version.equals(live.version())) {
      return new Begun(live.number(), compiled(live.version(), folder.loaded()), null, "");
    }
    var sources =
        parts
            .archive()
            .find(live.version())
            .orElseThrow(
                () -> new IllegalStateException("The sources of " + live.version() + " are gone."));
    var policy = compiled(live.version(), parts.loader().load(sources));
    var _ = Thread.ofVirtual().start(this::discard);
    return withFolder(new Begun(live.number(), policy, null, ""));
  }

  private void discard() {
    if (folder.loaded() instanceof Candidate.Accepted(CompiledPolicy policy, List<Finding> _)) {
      policy.close();
    }
  }

  private static CompiledPolicy compiled(PolicyVersion version, Candidate loaded) {
    return switch (loaded) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) -> policy;
      case Candidate.Refused(List<Finding> findings) ->
          throw new PolicyRefused("The live policy " + version, findings);
    };
  }

  private Begun withFolder(Begun begun) {
    var contents = folder.contents();
    var errors = contents.findings().stream().filter(Finding::isError).toList();
    if (!errors.isEmpty()) {
      return new Begun(
          begun.number(),
          begun.live(),
          null,
          errors.stream()
              .map(Finding::line)
              .collect(
                  Collectors.joining(
                      "\n", named() + " is not the live one, and was not handed in:\n", "")));
    }
    PolicySources sources = contents.sources();
    var version = sources.version();
    if (sources.files().isEmpty() || timeline.read().find(version).isPresent()) {
      return begun;
    }
    parts.archive().keep(sources);
    takeIn(version, "The folder was changed while the service was down.");
    return new Begun(
        begun.number(),
        begun.live(),
        version,
        "The folder's policy differs from the live one; it is draft "
            + version
            + ": approve and publish it to make it live.");
  }

  private void takeIn(PolicyVersion version, String reason) {
    var _ =
        timeline.move(
            version,
            Drafts.FOLDER,
            reason,
            history ->
                history.find(version).isPresent()
                    ? new Step.No(new Move.Refused(Move.Why.OVERTAKEN, ""))
                    : new Step.Take(new PolicyEvent.What.HandedIn(null)));
  }

  private String named() {
    return "The policy in " + directory.toAbsolutePath().normalize();
  }

  /**
   * How a service begins.
   *
   * @param number the number of the live policy's publication
   * @param live the live policy; whoever takes it over closes it
   * @param newDraft what the folder brought, to be checked; absent where it brought nothing
   * @param message what to say of the folder; empty where there is nothing to say
   */
  record Begun(long number, CompiledPolicy live, @Nullable PolicyVersion newDraft, String message) {

    Optional<PolicyVersion> draft() {
      return Optional.ofNullable(newDraft);
    }

    Optional<String> says() {
      return Optional.of(message).filter(says -> !says.isEmpty());
    }
  }
}
