package nz.cleancar.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import nz.cleancar.agency.GoLiveReport;
import nz.cleancar.message.GoLiveText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the go-live report of a service that is not running, or of PostgreSQL. */
@Command(
    name = "go-live",
    mixinStandardHelpOptions = true,
    description = {
      "Write the go-live report of a period.",
      "Money and grams come from the ledger, worked out in two ways; it says whether they agree."
    })
final class GoLiveCommand implements Callable<Integer> {

  @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day.")
  private LocalDate from = LocalDate.MIN;

  @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last day.")
  private LocalDate to = LocalDate.MIN;

  @Option(
      names = "--due",
      required = true,
      paramLabel = "DAY",
      description = "The day that charges were due on, for example 2023-06-01.")
  private LocalDate due = LocalDate.MIN;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      description = "Folder of the embedded database (default: data).")
  private Path data = Path.of("data");

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw new ParameterException(spec.commandLine(), "--to is the last day, not before --from.");
    }
    GoLiveReport report = report();
    var out = spec.commandLine().getOut();
    out.print(GoLiveText.of(report));
    out.flush();
    return report.agree() ? 0 : Ccs.FAULTY;
  }

  private GoLiveReport report() {
    try (var records =
        KeptRecords.in(
            data, "Stop it, or ask it: GET /agency/go-live-report.", policy.compiled())) {
      return records.report(new GoLiveReport.Asked(from, to, due));
    }
  }
}
