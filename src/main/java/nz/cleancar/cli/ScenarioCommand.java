package nz.cleancar.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with scenarios besides running them. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    description = "Make scenarios out of decisions that were made.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ScenarioRecord.class)
final class ScenarioCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: record.");
  }
}
