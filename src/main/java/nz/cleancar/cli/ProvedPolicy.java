package nz.cleancar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import picocli.CommandLine.Option;

/** Which policy is to be proved: a folder's, or a version that a service keeps. */
final class ProvedPolicy {

  private static final String SHA_256 = "sha256:";
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{8,64}");

  @Option(
      names = "--policy",
      paramLabel = "DIR|VERSION",
      description =
          "A folder with rules/, decision-tables/ and scenarios/ (default: the shipped policy), or a"
              + " version, by 8 or more of its hex digits, so many that no other begins with them.")
  private String named = System.getProperty("ccs.home", "");

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      description = "Folder of the database that keeps the version (default: data).")
  private Path data = Path.of("data");

  /** A policy that can decide, and the files that it is made of. */
  record Opened(CompiledPolicy policy, PolicySources sources) implements AutoCloseable {
    @Override
    public void close() {
      policy.close();
    }
  }

  /**
   * Reads and compiles the policy.
   *
   * @throws Ccs.Refusal if it cannot decide, with all that is wrong
   */
  Opened open() {
    String digits = named.startsWith(SHA_256) ? named.substring(SHA_256.length()) : named;
    if (DIGITS.matcher(digits).matches() && !Files.isDirectory(Path.of(named))) {
      return version(SHA_256 + digits);
    }
    if (named.startsWith(SHA_256)) {
      throw new Ccs.Refusal(
          named + " names no version: write 8 to 64 hex digits, with or without `sha256:`.");
    }
    return folder();
  }

  private Opened version(String name) {
    try (var records =
        KeptRecords.in(
            data, "Ask it for `GET /policy/versions/" + name + "/scenarios`, or stop it.")) {
      var sources =
          records
              .version(name)
              .orElseThrow(
                  () ->
                      new Ccs.Refusal(
                          "No version, or more than one, begins with "
                              + named
                              + " in "
                              + data
                              + "."));
      return opened(sources, PolicyOption.loader().load(sources));
    }
  }

  private Opened folder() {
    Path folder = Path.of(named).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder.resolve("rules"))) {
      throw new Ccs.Refusal("There is no policy in " + folder + ": it has no folder `rules`.");
    }
    var contents = new PolicyFolder(folder).read();
    return opened(contents.sources(), PolicyOption.loader().load(contents));
  }

  private Opened opened(PolicySources sources, Candidate candidate) {
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) ->
          new Opened(policy, sources);
      case Candidate.Refused(List<Finding> findings) ->
          throw new Ccs.Refusal(
              "%s%n%nThe policy %s cannot decide."
                  .formatted(
                      String.join(
                          System.lineSeparator(),
                          findings.stream().filter(Finding::isError).map(Finding::lines).toList()),
                      named));
    };
  }
}
