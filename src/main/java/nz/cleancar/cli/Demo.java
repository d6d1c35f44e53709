package nz.cleancar.cli;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.Callable;
import nz.cleancar.agency.GoLiveReport;
import nz.cleancar.agency.GoLiveReports;
import nz.cleancar.decision.DecisionIds;
import nz.cleancar.demo.DemoClock;
import nz.cleancar.demo.DemoPlan;
import nz.cleancar.demo.DemoYear;
import nz.cleancar.demo.SeededIds;
import nz.cleancar.demo.store.DemoDatabase;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.message.GoLiveText;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.work.UniqueIds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills a database with a year of a made-up importing industry. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Run a year of a made-up importing industry through the services, into a database of its own.",
      "The same seed makes the same year."
    })
final class Demo implements Callable<Integer> {

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "1200",
      description = "How many CO2 accounts there are (default: ${DEFAULT-VALUE}).")
  private int accounts;

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      defaultValue = "200000",
      description = "How many vehicles are imported (default: ${DEFAULT-VALUE}).")
  private int vehicles;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What chance begins with (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      defaultValue = "2023",
      description = "The year (default: ${DEFAULT-VALUE}, in which charges became payable).")
  private int year;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Folder of the database to fill (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("demo");

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DemoPlan plan = plan();
    try {
      Told told = run(plan);
      if (!Serve.namesADatabase()) {
        database().pack();
      }
      tell(told);
    } catch (RuntimeException e) {
      throw refusal(e);
    }
    return 0;
  }

  /** What is told of the year: its books, and the update that NZTA gave when it went live. */
  private record Told(LedgerCheck.Report books, GoLiveReport goLive) {}

  private Told run(DemoPlan plan) {
    var clock = new DemoClock(DemoYear.begins(plan));
    try (ApplicationContext context = context(plan, clock)) {
      DemoYear demo = context.getBean(DemoYear.class);
      demo.refusal()
          .ifPresent(
              refusal -> {
                throw new Ccs.Refusal(refusal.says());
              });
      try (Progress progress = Progress.of("Vehicles", vehicles)) {
        demo.run(plan, clock, progress::stepTo);
      }
      return new Told(
          context.getBean(LedgerCheck.class).run(),
          context.getBean(GoLiveReports.class).of(DemoYear.report(plan)));
    }
  }

  private DemoPlan plan() {
    try {
      return new DemoPlan(accounts, vehicles, seed, year);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private ApplicationContext context(DemoPlan plan, DemoClock clock) {
    var settings = new HashMap<String, Object>();
    settings.put("ccs.data", data.toAbsolutePath().toString());
    settings.put("ccs.policy", policy.folder().toString());
    settings.put("ccs.decision-log.durable", false);
    // where the policy's tables end is told to whoever checks or serves it
    settings.put("logger.levels.nz.cleancar", "WARN");
    if (!Serve.namesADatabase()) {
      settings.put("datasources.default.url", database().url());
    }
    var context = ApplicationContext.builder().banner(false).properties(settings).build();
    context.registerSingleton(Clock.class, clock);
    context.registerSingleton(UniqueIds.class, new SeededIds(plan));
    context.registerSingleton(DecisionIds.class, SeededIds.ofDecisions(plan));
    return context.start();
  }

  private DemoDatabase database() {
    return new DemoDatabase(data);
  }

  private RuntimeException refusal(RuntimeException thrown) {
    if (Serve.isInUse(thrown)) {
      return new Ccs.Refusal(
          "A service has the database in " + data.toAbsolutePath() + " open; stop it first.");
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PolicyRefused) {
        return new Ccs.Refusal(String.valueOf(cause.getMessage()));
      }
    }
    return thrown;
  }

  private void tell(Told told) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(GoLiveText.of(told.goLive()));
    out.printf(
        """
        A year of %,d accounts and %,d vehicles is in %s.
        Its ledger has %,d entries and %s.

        Look at it:
        ./ccs person add demo-agency --role agency --data %3$s
        ./ccs serve --data %3$s
        """,
        accounts,
        vehicles,
        data,
        told.books().entries(),
        told.books().isClean() ? "balances" : "%,d faults".formatted(told.books().faults().size()));
    out.flush();
  }
}
