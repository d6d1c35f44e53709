package nz.cleancar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads and compiles the policy, and prints everything that is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Read and compile the policy, and print all findings. Exit code 1 says it cannot go live.")
final class Check implements Callable<Integer> {

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Candidate candidate = policy.load();
    candidate.findings().forEach(finding -> out.println(finding.lines()));
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy compiled, List<Finding> findings) -> {
        out.println(fine(compiled, findings.size()));
        compiled.close();
        yield 0;
      }
      case Candidate.Refused(List<Finding> findings) -> {
        long errors = findings.stream().filter(Finding::isError).count();
        out.printf(
            "%n%d %s; the policy cannot go live.%n", errors, errors == 1 ? "error" : "errors");
        yield Ccs.FAULTY;
      }
    };
  }

  private static String fine(CompiledPolicy compiled, int warnings) {
    var policy = compiled.policy();
    int rows = policy.tables().stream().mapToInt(table -> table.rows().size()).sum();
    return "%d tables with %d rows and %d rule sets: %s. Version %s"
        .formatted(
            policy.tables().size(),
            rows,
            policy.ruleSets().size(),
            warnings == 0 ? "no findings" : warnings + " warnings",
            policy.version());
  }
}
