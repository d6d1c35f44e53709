package nz.cleancar.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.SuiteFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenarios a command is about: suites of the policy by name, or files; by tag. */
final class ChosenSuites {

  private static final int LARGEST_FILE = 64 * 1024 * 1024;

  @Parameters(
      arity = "0..*",
      paramLabel = "SUITE",
      description =
          "A suite of the policy, by its id or its file's name, or a file from anywhere (default: all"
              + " of the policy's).")
  private List<String> suites = List.of();

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "TAG",
      split = ",",
      description = "Only scenarios with this tag, or one of these.")
  private Set<String> tags = Set.of();

  /** The files to look into. */
  List<SuiteFile> files(PolicySources sources) {
    var files = new ArrayList<SuiteFile>();
    if (named().size() > 0 || suites.isEmpty()) {
      files.addAll(SuiteFile.of(sources));
    }
    suites.stream().filter(ChosenSuites::isFile).map(ChosenSuites::file).forEach(files::add);
    return files;
  }

  /** Which of their scenarios are meant. */
  Selection selection() {
    var meant = new LinkedHashSet<>(suites);
    return new Selection(meant, tags);
  }

  /** The suites that are no files. */
  private List<String> named() {
    return suites.stream().filter(suite -> !isFile(suite)).toList();
  }

  private static boolean isFile(String said) {
    return Files.isRegularFile(Path.of(said));
  }

  private static SuiteFile file(String said) {
    return new SuiteFile(said, () -> read(Path.of(said)));
  }

  private static byte[] read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LARGEST_FILE + 1);
      if (content.length > LARGEST_FILE) {
        throw new Ccs.Refusal(file + " is larger than 64 MiB; split it.");
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
