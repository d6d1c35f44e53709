package nz.cleancar.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.publishing.Publishing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the service, and says how to ask it. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Start the decision service on this machine's loopback address.")
final class Serve implements Callable<Integer> {

  /** Not an exit code: the service goes on when the command line is done. */
  static final int KEEPS_SERVING = Integer.MIN_VALUE;

  private final String inMemory =
      "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_DELAY=-1"
          .formatted(UUID.randomUUID());

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      description =
          "Port to listen on; 0 takes a free one. By default MICRONAUT_SERVER_PORT, or else 8080.")
  private @Nullable Integer port;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      description = "Folder of the embedded database (default: data).")
  private @Nullable Path data;

  @Option(
      names = {"-w", "--watch"},
      description =
          "For rule authors: what is saved in the policy's folder is checked and decides in a moment,"
              + " without approval. The database is in memory and thrown away.")
  private boolean watch;

  @Mixin private PolicyOption policy = new PolicyOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("ccs.data", dataFolder().toString());
    settings.put("ccs.policy", policy.folder().toString());
    if (watch) {
      refuseToWatchARealDatabase();
      settings.put("datasources.default.url", inMemory);
      settings.put("datasources.default.username", "sa");
      settings.put("datasources.default.password", "");
    }
    if (port != null) {
      settings.put("micronaut.server.port", port == 0 ? -1 : port);
    }
    try {
      // Micronaut.start() would log and leave by itself, before anything kinder could be said
      var context = ApplicationContext.builder().banner(false).properties(settings).start();
      var server = context.getBean(EmbeddedServer.class).start();
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stop));
      greet(server.getURL().toString());
      beginWith(context.getBean(Publishing.class));
      return KEEPS_SERVING;
    } catch (RuntimeException e) {
      throw refusal(e).orElse(e);
    }
  }

  /** Whoever may save in a folder must not get past the second pair of eyes of a real service. */
  private void refuseToWatchARealDatabase() {
    boolean namesFolder =
        System.getenv().containsKey("CCS_DATA") || System.getProperties().containsKey("ccs.data");
    if (data != null || namesFolder || namesADatabase()) {
      throw new ParameterException(
          spec.commandLine(),
          "--watch makes what is saved live without approval, and so goes with no database: leave"
              + " out --data, CCS_DATA and CCS_DATABASE_URL.");
    }
  }

  /** Whether the surroundings name a database other than a file in the folder of data. */
  static boolean namesADatabase() {
    return Stream.of("CCS_DATABASE_URL", "DATASOURCES_DEFAULT_URL")
            .anyMatch(System.getenv()::containsKey)
        || Stream.of("ccs.database.url", "datasources.default.url")
            .anyMatch(System.getProperties()::containsKey);
  }

  private void beginWith(Publishing publishing) {
    PrintWriter out = spec.commandLine().getOut();
    publishing.says().ifPresent(out::println);
    if (watch) {
      publishing.watch(policy.folder(), out::println).start();
      out.println("Watching " + policy.folder() + ": what is saved there decides in a moment.");
    }
  }

  private Path dataFolder() {
    return (data == null ? Path.of("data") : data).toAbsolutePath();
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
      if (isInUse(cause)) {
        return Optional.of(
            new Ccs.Refusal(
                "Another service has the database in "
                    + dataFolder()
                    + "; name another folder with --data."));
      }
    }
    return Optional.empty();
  }

  /** Whether a start failed because another process has the embedded database. */
  static boolean isInUse(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause -> String.valueOf(cause.getMessage()).contains("Database may be already in use"));
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
