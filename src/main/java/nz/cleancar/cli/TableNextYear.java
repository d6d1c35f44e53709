package nz.cleancar.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.xlsx.NextYear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the last year of a table forward. */
@Command(
    name = "next-year",
    mixinStandardHelpOptions = true,
    description = {
      "Copy the last year of a table forward, and list the cells to confirm.",
      "The copies are marked as assumed and coloured until their note is changed. The workbook is"
          + " written beside the folder of tables, unless --write or --out says otherwise."
    })
final class TableNextYear implements Callable<Integer> {

  @Parameters(paramLabel = "TABLE", description = "The id of a table, for example annual-targets.")
  private String table = "";

  @Parameters(paramLabel = "YEAR", description = "The year to come.")
  private int year;

  @Option(names = "--write", description = "Change the workbook itself.")
  private boolean write;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the workbook to this file.")
  private @Nullable Path out;

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var workbooks = new PolicyWorkbooks(policy.folder());
    Path file = workbooks.home(table).file();
    Path target = target(file, workbooks);
    var result =
        new NextYear()
            .copy(
                String.valueOf(file.getFileName()),
                PolicyWorkbooks.bytes(file),
                table,
                year,
                workbooks.vocabulary());
    return switch (result) {
      case NextYear.Result.Refused(String says) -> throw new Ccs.Refusal(says);
      case NextYear.Result.Copied copied -> {
        save(target, copied.content());
        tell(copied, target);
        check(workbooks, file, copied);
        yield 0;
      }
    };
  }

  private Path target(Path file, PolicyWorkbooks workbooks) {
    if (write && out != null) {
      throw new Ccs.Refusal("Give --write or --out, not both.");
    }
    if (write) {
      return file;
    }
    Path target =
        Optional.ofNullable(out)
            .orElse(policy.folder().resolve(table + "-" + year + ".xlsx"))
            .toAbsolutePath()
            .normalize();
    if (target.startsWith(workbooks.tables())) {
      throw new Ccs.Refusal(
          "A second workbook in "
              + workbooks.tables()
              + " would be read too; use --write, or write elsewhere.");
    }
    if (Files.exists(target)) {
      throw new Ccs.Refusal("There is a file " + target + " already; name another with --out.");
    }
    return target;
  }

  private static void save(Path target, byte[] content) {
    try {
      Path folder = Optional.ofNullable(target.getParent()).orElse(Path.of(""));
      Path draft = Files.createTempFile(folder, "~$", ".xlsx");
      Files.write(draft, content);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(NextYear.Result.Copied copied, Path target) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println("Written: " + target);
    if (!copied.ended().isEmpty()) {
      var cells = copied.ended().stream().map(Place::cell).collect(Collectors.joining(", "));
      terminal.printf("%nPeriods that now end with %d: %s%n", year - 1, cells);
    }
    terminal.printf("%nTo confirm or change, still the values of %d:%n", year - 1);
    for (NextYear.ToConfirm each : copied.toConfirm()) {
      terminal.printf("  %s: %s%n    %s%n", each.place().cell(), each.kind(), each.values());
    }
    terminal.println();
  }

  /** Says what the whole policy is like with the copy in it. */
  private void check(PolicyWorkbooks workbooks, Path file, NextYear.Result.Copied copied) {
    PrintWriter terminal = spec.commandLine().getOut();
    Candidate candidate = PolicyOption.loader().check(workbooks.with(file, copied.content()));
    candidate.findings().stream()
        .filter(finding -> finding.severity() != Finding.Severity.NOTE)
        .forEach(finding -> terminal.println(finding.lines()));
    terminal.println(
        switch (candidate) {
          case Candidate.Accepted(CompiledPolicy compiled, var _) -> {
            compiled.close();
            yield "With it the policy can go live.";
          }
          case Candidate.Refused _ -> "With it the policy cannot go live until these are mended.";
        });
  }
}
