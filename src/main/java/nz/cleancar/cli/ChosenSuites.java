package nz.cleancar.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.Suite;
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
    if (suites.isEmpty() || !suites.stream().allMatch(ChosenSuites::isFile)) {
      files.addAll(SuiteFile.of(sources));
    }
    suites.stream().filter(ChosenSuites::isFile).map(ChosenSuites::file).forEach(files::add);
    return files;
  }

  /** Which of their scenarios are meant. */
  Selection selection() {
    return new Selection(Set.copyOf(suites), tags);
  }

  /** Whether all scenarios of the policy are meant. */
  boolean isAll() {
    return suites.isEmpty() && tags.isEmpty();
  }

  /** What was asked for by name and had nothing to run. */
  List<String> without(List<Suite> run) {
    return suites.stream()
        .filter(
            said ->
                run.stream()
                    .noneMatch(
                        suite -> suite.id().equals(said) || SuiteFile.isCalled(suite.file(), said)))
        .toList();
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
