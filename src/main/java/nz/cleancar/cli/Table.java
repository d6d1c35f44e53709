package nz.cleancar.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with one decision table. */
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    description = "Look at a decision table, or copy its last year forward.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {TableShow.class, TableNextYear.class})
final class Table implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: show or next-year.");
  }
}
