package nz.cleancar.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nz.cleancar.bench.empty.EmptyService;

/** A service in a JVM of its own, on a free port of the loopback. */
final class Service implements AutoCloseable {

  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Path TARGET = HOME.resolve("target");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int POLL_MILLISECONDS = 2;

  /** What an empty Micronaut service with JSON needs, by the beginnings of the jars' names. */
  private static final List<String> EMPTY_LIBRARIES =
      List.of(
          "jackson-annotations",
          "jackson-core",
          "jakarta.annotation",
          "jakarta.inject",
          "jspecify",
          "logback",
          "micronaut-aop",
          "micronaut-buffer",
          "micronaut-context",
          "micronaut-core",
          "micronaut-discovery",
          "micronaut-http",
          "micronaut-inject",
          "micronaut-jackson-core",
          "micronaut-json-core",
          "micronaut-retry",
          "micronaut-router",
          "micronaut-runtime",
          "micronaut-serde",
          "netty-",
          "reactive-streams",
          "reactor-core",
          "slf4j-api");

  private final Process process;
  private final int port;
  private final long startedAt;

  private Service(List<String> command, int port) throws IOException {
    this.port = port;
    var log = TARGET.resolve("bench/service-" + port + ".log").toFile();
    this.startedAt = System.nanoTime();
    this.process =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
  }

  /** Our service with the shipped policy, and its data in the directory. */
  static Service ours(List<String> javaOptions, Path data) throws IOException {
    return ours(javaOptions, HOME, data);
  }

  /** Our service with the folder's policy, and its data in the directory. */
  static Service ours(List<String> javaOptions, Path policy, Path data) throws IOException {
    int port = freePort();
    var command = java(javaOptions);
    command.add("-Dccs.home=" + HOME);
    command.addAll(List.of("-jar", TARGET.resolve("ccs.jar").toString()));
    command.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
    command.addAll(List.of("--policy", policy.toString()));
    return new Service(command, port);
  }

  /** The empty service, whose answers have so many bytes. */
  static Service empty(List<String> javaOptions, int answerBytes) throws IOException {
    int port = freePort();
    var command = java(javaOptions);
    command.add("-Dmicronaut.server.host=127.0.0.1");
    command.add("-Dmicronaut.server.port=" + port);
    command.add("-Dbench.answer-bytes=" + answerBytes);
    command.addAll(List.of("-cp", emptyClassPath(), EmptyService.class.getName()));
    return new Service(command, port);
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return port;
  }

  /** Asks until there is an answer; how long that took from the start of the JVM. */
  Duration firstAnswer(Request request) throws IOException, InterruptedException {
    while (System.nanoTime() - startedAt < PATIENCE.toNanos()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The service stopped; see target/bench/service-" + port);
      }
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var connection = new Connection(socket);
        connection.ask(request);
        return Duration.ofNanos(System.nanoTime() - startedAt);
      } catch (java.net.ConnectException e) {
        Thread.sleep(POLL_MILLISECONDS);
      }
    }
    throw new IllegalStateException("The service on port " + port + " does not answer.");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> java(List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String emptyClassPath() throws IOException {
    Path classes = TARGET.resolve("bench/empty");
    copyEmptyClasses(classes);
    try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
      var libraries =
          jars.filter(jar -> EMPTY_LIBRARIES.stream().anyMatch(name(jar)::startsWith))
              .map(Path::toString)
              .sorted()
              .toList();
      return classes + File.pathSeparator + String.join(File.pathSeparator, libraries);
    }
  }

  /** The empty service's classes alone, without the beans that other tests define. */
  private static void copyEmptyClasses(Path to) throws IOException {
    Path tests = TARGET.resolve("test-classes");
    String name = EmptyService.class.getPackageName();
    try (Stream<Path> files = Files.walk(tests)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = tests.relativize(file);
        if (relative.toString().replace(File.separatorChar, '.').contains(name)) {
          copy(file, to.resolve(relative));
        }
      }
    }
    copy(TARGET.resolve("classes/logback.xml"), to.resolve("logback.xml"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
