package nz.cleancar.cli;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nz.cleancar.agency.GoLiveReport;
import nz.cleancar.agency.GoLiveReports;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.PolicyEvents;

/** What a service's database keeps, read while no service need be running. */
final class KeptRecords implements AutoCloseable {

  private final ApplicationContext context;

  private KeptRecords(ApplicationContext context) {
    this.context = context;
  }

  /**
   * Opens the database as {@code ccs serve} would.
   *
   * @param data the folder of the embedded one
   * @throws Ccs.Refusal if it cannot be opened, with what to do instead
   */
  static KeptRecords in(Path data, String instead) {
    return in(data, instead, _ -> {});
  }

  /** As above, under the policy. */
  static KeptRecords in(Path data, String instead, CompiledPolicy policy) {
    return in(
        data, instead, context -> context.registerSingleton(Policies.class, new OnePolicy(policy)));
  }

  private static KeptRecords in(Path data, String instead, Consumer<ApplicationContext> preparing) {
    if (!Serve.namesADatabase() && !Files.exists(data.resolve("ccs.mv.db"))) {
      throw new Ccs.Refusal(
          "There is no database in " + data.toAbsolutePath() + "; name its folder with --data.");
    }
    Map<String, Object> settings =
        Map.of("ccs.data", data.toAbsolutePath().toString(), "ccs.policy", "");
    try {
      ApplicationContext context =
          ApplicationContext.builder().banner(false).properties(settings).build();
      preparing.accept(context);
      return new KeptRecords(context.start());
    } catch (RuntimeException e) {
      throw Serve.isInUse(e)
          ? new Ccs.Refusal(
              "A service has the database in " + data.toAbsolutePath() + " open. " + instead)
          : e;
    }
  }

  /** The latest decisions, at most so many, the last one first. */
  List<LoggedDecision> recent(int most) {
    return context.getBean(DecisionLog.class).recent(most);
  }

  /** The files of the one version whose name begins with this. */
  Optional<PolicySources> version(String beginning) {
    var versions =
        context.getBean(PolicyEvents.class).after(0).stream()
            .map(event -> event.version())
            .map(PolicyVersion::name)
            .filter(name -> name.startsWith(beginning))
            .distinct()
            .limit(2)
            .toList();
    return versions.size() == 1
        ? context.getBean(PolicyArchive.class).find(new PolicyVersion(versions.getFirst()))
        : Optional.empty();
  }

  /** A go-live report. */
  GoLiveReport report(GoLiveReport.Asked asked) {
    return context.getBean(GoLiveReports.class).of(asked);
  }

  /** What a check of the ledger finds. */
  LedgerCheck.Report checkLedger() {
    return context.getBean(LedgerCheck.class).run();
  }

  @Override
  public void close() {
    context.close();
  }
}
