package nz.cleancar.cli;

import static nz.cleancar.testing.Questions.aCar;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ccs serve --watch} as a rule author uses it. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ServeWatchIT {

  private static final Pattern ADDRESS = Pattern.compile("answers at (http://\\S+)");

  @TempDir Path folder;

  @Test
  void what_is_saved_decides_and_what_is_broken_is_told() throws Exception {
    // Given
    var copy = PolicyCopy.of(RunningService.SHIPPED_POLICY, folder.resolve("policy"));
    try (var service =
            Serving.start(folder, "serve", "--port", "0", "--watch", "--policy", "policy");
        var client = HttpClient.newHttpClient()) {
      var greeting = service.readUntil(line -> line.startsWith("Watching "));
      var address = address(greeting);

      // When
      String before = charge(client, address);
      copy.table("charge-rates").change("D17", 6.50);
      var saved = service.readUntil(line -> line.startsWith("Live after"));
      String after = charge(client, address);
      Path broken = copy.folder().resolve("rules/broken.drl");
      Files.writeString(broken, "package elsewhere\n");
      var refused = service.readUntil(line -> line.startsWith("Not live"));
      String meanwhile = charge(client, address);
      Files.delete(broken);
      copy.table("charge-rates").change("D17", 7);
      var _ = service.readUntil(line -> line.startsWith("Live after"));
      String mended = charge(client, address);

      // Then
      assertThat(before).isEqualTo("248.40");
      assertThat(saved.getLast()).contains("sha256:", "tables with");
      assertThat(after).isEqualTo("269.10");
      assertThat(refused).anyMatch(line -> line.contains("broken.drl"));
      assertThat(refused.getLast()).contains("1 error", "goes on deciding");
      assertThat(meanwhile).isEqualTo("269.10");
      assertThat(mended).isEqualTo("289.80");
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void it_does_not_go_with_a_database_that_is_kept() throws Exception {
    // When
    try (var service = Serving.start(folder, "serve", "--watch", "--data", "data")) {
      var says = service.readUntil(line -> line.contains("--data"));

      // Then
      assertThat(says.getLast()).contains("--watch makes what is saved live without approval");
      assertThat(service.process().waitFor()).isEqualTo(2);
    }
  }

  private static URI address(List<String> greeting) {
    return greeting.stream()
        .map(ADDRESS::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> URI.create(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static String charge(HttpClient client, URI address)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve("/decisions/what-if"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(aCar().json()))
            .build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body()).at("/charge/amount").asText();
  }

  /** A process of the command, and the lines that it prints. */
  private record Serving(Process process, BufferedReader output) implements AutoCloseable {

    static Serving start(Path folder, String... arguments) throws IOException {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Ccs.class.getName()));
      command.addAll(List.of(arguments));
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      return new Serving(process, process.inputReader());
    }

    List<String> readUntil(Predicate<String> last) throws IOException {
      var lines = new ArrayList<String>();
      String line = output.readLine();
      while (line != null) {
        lines.add(line);
        if (last.test(line)) {
          return lines;
        }
        line = output.readLine();
      }
      throw new AssertionError(String.join("\n", lines));
    }

    @Override
    public void close() throws IOException {
      process.destroy();
      process.onExit().join();
      output.close();
    }
  }
}
