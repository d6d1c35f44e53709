package nz.cleancar.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.analysis.CellComparison;
import nz.cleancar.policy.analysis.ChangedQuestions;
import nz.cleancar.policy.analysis.MeaningComparison;
import nz.cleancar.policy.lines.MyersLineDifferences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two policies: their cells, and what they mean. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compare two policies: which cells changed, and what that means.",
      "Each is a policy's folder or a zip file of one. Two workbooks are compared by their cells."
    },
    footer =
        "%nExit code 0 says that both mean the same, 1 that they do not, 2 that they could not be"
            + " compared.")
final class Diff implements Callable<Integer> {

  private static final int SAME = 0;
  private static final int DIFFERENT = 1;
  private static final int NOT_COMPARED = 2;
  private static final int SAMPLED = 20_000;
  private static final int EXAMPLES = 2;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The policy as it was.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The policy as it is to be.")
  private Path after = Path.of("");

  @Option(names = "--cells", description = "Compare the cells only.")
  private boolean cellsOnly;

  @Option(names = "--meaning", description = "Compare the meaning only.")
  private boolean meaningOnly;

  @Mixin private PolicyOption shipped = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      return ComparedSources.isWorkbook(before) && ComparedSources.isWorkbook(after)
          ? workbooks(out)
          : policies(out);
    } catch (ComparedSources.Faulty | Ccs.Refusal e) {
      out.println(e.getMessage());
      return NOT_COMPARED;
    } finally {
      out.flush();
    }
  }

  private int workbooks(PrintWriter out) {
    var sources = new ComparedSources(shipped.folder());
    var tables = CellComparison.tables(sources.tables(before), sources.tables(after));
    var comparison = new CellComparison(tables, List.of());
    new CellText(out).print(comparison);
    return comparison.isEmpty() ? SAME : DIFFERENT;
  }

  private int policies(PrintWriter out) {
    var sources = new ComparedSources(shipped.folder());
    try (CompiledPolicy old = sources.compiled(before);
        CompiledPolicy now = sources.compiled(after)) {
      if (cellsOnly || !meaningOnly) {
        new CellText(out)
            .print(CellComparison.between(old.policy(), now.policy(), new MyersLineDifferences()));
      }
      var meaning = MeaningComparison.between(old.policy(), now.policy());
      if (meaningOnly || !cellsOnly) {
        new MeaningText(out, new ChangedQuestions(old, now), EXAMPLES, SAMPLED).print(meaning);
      }
      return meaning.proof().isSame() ? SAME : DIFFERENT;
    }
  }
}
