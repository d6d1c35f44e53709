package nz.cleancar.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Finding.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads and compiles the policy, and prints everything that is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Read and compile the policy, and print all findings. Exit code 1 says it cannot go live.")
final class Check implements Callable<Integer> {

  @Option(
      names = "--mark",
      paramLabel = "DIR",
      description = "Write the workbooks with findings to this folder, marked with them.")
  private @Nullable Path marked;

  @Mixin private PolicyOption policy = new PolicyOption();

  @Option(names = "--notes", description = "Print the notes too, of which nothing need be wrong.")
  private boolean notes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    var copies = Optional.ofNullable(marked).map(to -> new MarkedCopies(policy.folder(), to));
    Candidate candidate = policy.checked();
    print(candidate.findings(), out);
    copies
        .map(folder -> folder.write(shown(candidate.findings())))
        .ifPresent(written -> written.forEach(copy -> out.println("Marked: " + copy)));
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy compiled, List<Finding> findings) -> {
        out.println(fine(compiled, findings));
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

  private List<Finding> shown(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> notes || finding.severity() != Severity.NOTE)
        .toList();
  }

  private void print(List<Finding> findings, PrintWriter out) {
    shown(findings).forEach(finding -> out.println(finding.lines()));
    long left = count(findings, Severity.NOTE);
    if (left > 0 && !notes) {
      out.printf("%s; --notes prints %s.%n", counted(left, "note"), left == 1 ? "it" : "them");
    }
  }

  private static String fine(CompiledPolicy compiled, List<Finding> findings) {
    var policy = compiled.policy();
    int rows = policy.tables().stream().mapToInt(table -> table.rows().size()).sum();
    long warnings = count(findings, Severity.WARNING);
    String told = findings.isEmpty() ? "no findings" : "no errors";
    return "%d tables with %d rows and %d rule sets: %s%s. Version %s"
        .formatted(
            policy.tables().size(),
            rows,
            policy.ruleSets().size(),
            told,
            warnings == 0 ? "" : ", " + counted(warnings, "warning"),
            policy.version());
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
