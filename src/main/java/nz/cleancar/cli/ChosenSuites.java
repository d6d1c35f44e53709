package nz.cleancar.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.SuiteFile;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  /**
   * Sees that a percentage is one.
   *
   * @throws ParameterException if it is not
   */
  static void checkPercent(int percent, CommandLine command) {
    if (percent < 0 || percent > 100) {
      throw new ParameterException(command, "--at-least is from 0 to 100.");
    }
  }

  /**
   * The files to look into.
   *
   * @throws Ccs.Refusal if one that is named is not there
   */
  List<SuiteFile> files(PolicySources sources) {
    suites.forEach(ChosenSuites::checkThere);
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

  private static void checkThere(String said) {
    Path path = Path.of(said);
    if (Files.isDirectory(path)) {
      throw new Ccs.Refusal(said + " is a folder; name a file.");
    }
    boolean isPath = said.contains("/") && !said.startsWith("scenarios/");
    if (isPath && !Files.exists(path)) {
      throw new Ccs.Refusal("There is no file " + said + ".");
    }
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
      throw new Ccs.Refusal(file + " cannot be read.");
    }
  }
}
