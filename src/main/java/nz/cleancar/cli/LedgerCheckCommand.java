package nz.cleancar.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nz.cleancar.ledger.LedgerCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the books of a service that is not running, or of PostgreSQL. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Check the books.",
      "Every entry balances, every balance is the sum of its postings, none is below zero, every"
          + " charge stands as it was levied, every fleet as it was accrued."
    })
final class LedgerCheckCommand implements Callable<Integer> {

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      description = "Folder of the embedded database (default: data).")
  private Path data = Path.of("data");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LedgerCheck.Report report = report();
    var out = spec.commandLine().getOut();
    report.faults().forEach(fault -> out.println(fault.where() + ": " + fault.says()));
    out.printf(
        "Checked %d entries and %d accounts: %s.%n",
        report.entries(), report.accounts(), verdict(report));
    return report.isClean() ? 0 : Ccs.FAULTY;
  }

  private LedgerCheck.Report report() {
    try (var records = KeptRecords.in(data, "Stop it, or ask it: GET /agency/ledger/check.")) {
      return records.checkLedger();
    }
  }

  private static String verdict(LedgerCheck.Report report) {
    return switch (report.faults().size()) {
      case 0 -> "the books are right";
      case 1 -> "1 fault";
      default -> report.faults().size() + " faults";
    };
  }
}
