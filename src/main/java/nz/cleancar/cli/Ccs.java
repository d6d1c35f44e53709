package nz.cleancar.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the decision service. */
@Command(
    name = "ccs",
    mixinStandardHelpOptions = true,
    versionProvider = Ccs.Version.class,
    description = "Decides under New Zealand's Clean Car Standard, and explains each decision.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Serve.class,
      Decide.class,
      Ask.class,
      Check.class,
      Diff.class,
      TestSuites.class,
      Mutate.class,
      ScenarioCommand.class,
      Table.class,
      Demo.class,
      PersonCommand.class,
      LedgerCommand.class,
      ReportCommand.class
    },
    footerHeading = "%nFor developers:%n",
    footer = {
      "  verify  Build and pass all tests.",
      "  bench   Measure, and print a table.",
      "",
      "Exit codes: 0 fine; 1 the policy or the input has faults; 2 wrong usage; 70 our fault."
    })
public final class Ccs implements Runnable {

  /** The policy or the input has faults, which were printed. */
  static final int FAULTY = 1;

  private static final int OUR_FAULT = 70;

  @Spec private CommandSpec spec;

  /** Runs the command and leaves with its exit code. */
  public static void main(String[] args) {
    int exitCode = run(args);
    if (exitCode != Serve.KEEPS_SERVING) {
      System.exit(exitCode);
    }
  }

  static int run(String... args) {
    return new CommandLine(new Ccs())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Ccs::failed)
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  private static int failed(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    return switch (thrown) {
      case Refusal refusal -> {
        command.getErr().println(refusal.getMessage());
        yield FAULTY;
      }
      default -> {
        command.getErr().println("ccs failed, and this is our fault: " + thrown);
        for (Throwable why = thrown.getCause(); why != null; why = why.getCause()) {
          command.getErr().println("  because of " + why);
        }
        yield OUR_FAULT;
      }
    };
  }

  /** What a command cannot do for its caller, in a sentence that says why. */
  static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String says) {
      super(says, null, false, false);
    }
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      String built = Ccs.class.getPackage().getImplementationVersion();
      return new String[] {"ccs " + (built == null ? "from classes" : built)};
    }
  }
}
