package nz.cleancar.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The agency's reports from the command line. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Report on what the service keeps.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = GoLiveCommand.class)
final class ReportCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
