package nz.cleancar.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with the ledger from the command line. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Look after the ledger.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = LedgerCheckCommand.class)
final class LedgerCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
