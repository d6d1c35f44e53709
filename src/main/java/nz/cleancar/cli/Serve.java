package nz.cleancar.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nz.cleancar.publishing.PolicyRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the service, and says how to ask it. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Start the decision service on this machine's loopback address.")
final class Serve implements Callable<Integer> {

  /** Not an exit code: the service goes on when the command line is done. */
  static final int KEEPS_SERVING = Integer.MIN_VALUE;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      description =
          "Port to listen on; 0 takes a free one. By default MICRONAUT_SERVER_PORT, or else 8080.")
  private @Nullable Integer port;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of the embedded database (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("ccs.data", data.toAbsolutePath().toString());
    settings.put("ccs.policy", policy.folder().toString());
    if (port != null) {
      settings.put("micronaut.server.port", port == 0 ? -1 : port);
    }
    try {
      // Micronaut.start() would log and leave by itself, before anything kinder could be said
      var context = ApplicationContext.builder().banner(false).properties(settings).start();
      var server = context.getBean(EmbeddedServer.class).start();
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stop));
      greet(server.getURL().toString());
      return KEEPS_SERVING;
    } catch (RuntimeException e) {
      throw refusal(e).orElse(e);
    }
  }

  /** What of a failed start its caller can mend. */
  private Optional<RuntimeException> refusal(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String says = String.valueOf(cause.getMessage());
      if (cause instanceof PolicyRefused || cause instanceof ConfigurationException) {
        return Optional.of(new Ccs.Refusal(says));
      }
      if (cause instanceof BindException) {
        return Optional.of(
            new Ccs.Refusal("The port is taken; name another with --port, or 0 for a free one."));
      }
      if (says.contains("Database may be already in use")) {
        return Optional.of(
            new Ccs.Refusal(
                "Another service has the database in "
                    + data.toAbsolutePath()
                    + "; name another folder with --data."));
      }
    }
    return Optional.empty();
  }

  private void greet(String address) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        """
        The Clean Car Standard decision service answers at %1$s
          health %1$s/health   API %1$s/docs   metrics %1$s/prometheus

        Ask it:
        curl -s %1$s/decisions -H 'Content-Type: application/json' -d '{
          "vehicle": {"vin": "7AT0H65MX26000017", "vehicleClass": "MA", "condition": "USED", "tareKg": 1500,
            "grossVehicleMassKg": 1950, "co2": {"gramsPerKm": "150", "testCycle": "WLTP_3P"},
            "firstRegistered": "2019-06-01", "attributes": []},
          "account": {"number": "CO2-100001"}, "legalDate": "2026-03-02"}'

        Ctrl-C stops it.
        """,
        address);
    out.flush();
  }
}
