package nz.cleancar.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A terminal in which commands are given, as a person would. */
final class Terminal {

  private Terminal() {}

  /** What a command printed, and its exit code. */
  record Printed(int exitCode, String text) {

    String lastLine() {
      return text.strip().lines().reduce("", (_, last) -> last);
    }
  }

  static Printed ccs(Object... arguments) {
    var printed = new StringWriter();
    var command =
        new CommandLine(new Ccs())
            .setOut(new PrintWriter(printed))
            .setErr(new PrintWriter(printed));
    command.setExecutionExceptionHandler(
        (thrown, failed, parsed) -> {
          failed.getErr().println(thrown.getMessage());
          return thrown instanceof Ccs.Refusal ? Ccs.FAULTY : 70;
        });
    int exitCode =
        command.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new Printed(exitCode, printed.toString());
  }
}
