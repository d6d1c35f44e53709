package nz.cleancar.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.xlsx.PlainSheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the tables of a workbook as text. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Print the tables of a workbook as text, a row a line.",
      "What cannot be read as a table is printed as it stands, with its findings below."
    })
final class TableShow implements Callable<Integer> {

  @Parameters(paramLabel = "TABLE", description = "A workbook (.xlsx), or the id of a table.")
  private String wanted = "";

  @Option(names = "--full", description = "Print long texts in full.")
  private boolean full;

  @Option(
      names = "--textconv",
      description =
          "Print for `git diff`: in full, the same on every machine, with exit code 0 whatever the"
              + " workbook is.")
  private boolean forGit;

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    var workbooks = new PolicyWorkbooks(policy.folder());
    if (forGit) {
      showForGit(workbooks, out);
      return 0;
    }
    if (isFile()) {
      return show(Path.of(wanted), _ -> true, workbooks, out);
    }
    var home = workbooks.home(wanted);
    return show(home.file(), home.sheet()::equals, workbooks, out);
  }

  private boolean isFile() {
    return wanted.toLowerCase(Locale.ROOT).endsWith(".xlsx") || wanted.contains("/");
  }

  private void showForGit(PolicyWorkbooks workbooks, PrintWriter out) {
    try {
      show(Path.of(wanted), _ -> true, workbooks, out);
    } catch (Ccs.Refusal | InvalidPathException refusal) {
      out.println(refusal.getMessage());
    }
  }

  /** Prints the sheets that are wanted, then the findings; the exit code. */
  private int show(
      Path file, Predicate<String> isWanted, PolicyWorkbooks workbooks, PrintWriter out) {
    // Git gives the file a name of its own, which must not make a difference.
    String name = forGit ? "workbook" : String.valueOf(file.getFileName());
    byte[] content = PolicyWorkbooks.bytes(file);
    var contents = workbooks.read(name, content);
    String text =
        new PlainSheets()
            .read(name, content).stream()
                .filter(sheet -> isWanted.test(sheet.name()))
                .map(sheet -> text(sheet, contents.tables()))
                .collect(Collectors.joining("\n\n"));
    if (!text.isEmpty()) {
      out.println(text);
    }
    var findings =
        contents.findings().stream()
            .filter(
                found -> found.place().sheet().isEmpty() || isWanted.test(found.place().sheet()))
            .toList();
    if (!findings.isEmpty()) {
      out.println();
      findings.forEach(finding -> out.println(forGit ? finding.line() : finding.lines()));
    }
    return findings.isEmpty() ? 0 : Ccs.FAULTY;
  }

  private String text(PlainSheets.PlainSheet sheet, List<PolicyTable> tables) {
    var table =
        tables.stream()
            .filter(each -> each.sheet().equals(sheet.name()))
            .findFirst()
            .map(TableText::of)
            .orElseGet(() -> TableText.of(sheet));
    if (forGit) {
      return table.plain();
    }
    return full ? table.aligned() : table.within(spec.usageMessage().width());
  }
}
