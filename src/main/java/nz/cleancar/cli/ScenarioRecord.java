package nz.cleancar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.scenario.Recording;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.SuiteWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a suite of cases that expect what was decided in life. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Turn logged decisions into a suite that expects the same again.",
      "VINs are left out and account numbers replaced. Read the cases before you keep them: what was"
          + " decided need not have been right."
    })
final class ScenarioRecord implements Callable<Integer> {

  private static final int LONGEST_ID = 60;

  @Parameters(paramLabel = "FILE", description = "The suite to write: .xlsx or .yml.")
  private Path file = Path.of("");

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many of the latest decisions to look at (default: ${DEFAULT-VALUE}).")
  private int last;

  @Option(
      names = "--each",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "The most cases that go the same way, by the same rows and rules (default:"
              + " ${DEFAULT-VALUE}).")
  private int each;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      description = "Folder of the embedded database (default: data).")
  private Path data = Path.of("data");

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (last < 1 || each < 1) {
      throw new ParameterException(spec.commandLine(), "--last and --each are 1 or more.");
    }
    String name = String.valueOf(file.getFileName());
    var writer = SuiteFiles.writer(name);
    Written.check(file);
    if (Files.exists(file)) {
      throw new Ccs.Refusal("There is a file " + file + " already; name another.");
    }
    var vocabulary = vocabulary();
    var recording = recording(name, vocabulary);
    if (recording.scenarios().isEmpty()) {
      throw new Ccs.Refusal("No decision is logged in " + data.toAbsolutePath() + ".");
    }
    return write(writer, recording, vocabulary);
  }

  private Recording recording(String name, Vocabulary vocabulary) {
    var suite =
        new Suite(
            id(name),
            "Recorded decisions",
            "What was decided in life is decided again.",
            DecisionMaker.TOPIC,
            name,
            "");
    var recording = new Recording(suite, vocabulary, each);
    try (var records = KeptRecords.in(data, "Stop it, or record from PostgreSQL.")) {
      records.recent(last).forEach(recording::take);
    }
    return recording;
  }

  /** An id out of a file's name, whatever the name is. */
  private static String id(String file) {
    String plain =
        file.substring(0, file.lastIndexOf('.'))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String id = ("recorded-" + plain).replaceAll("-+", "-");
    return id.substring(0, Math.min(LONGEST_ID, id.length())).replaceAll("-$", "");
  }

  private Vocabulary vocabulary() {
    try (CompiledPolicy compiled = policy.compiled()) {
      return compiled.policy().vocabulary();
    }
  }

  private int write(SuiteWriter writer, Recording recording, Vocabulary vocabulary) {
    var scenarios = recording.scenarios();
    Written.whole(file, writer.write(scenarios.getFirst().suite(), scenarios, vocabulary));
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %d cases, at most %d that went the same way. Run them with `ccs test %1$s`.%n",
            file, scenarios.size(), each);
    return 0;
  }
}
