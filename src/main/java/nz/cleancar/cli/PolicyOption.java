package nz.cleancar.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.policy.SourcesReader;
import nz.cleancar.policy.analysis.TablesAnalysis;
import nz.cleancar.policy.drools.DroolsCompiler;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.policy.yaml.YamlVocabularyReader;
import picocli.CommandLine.Option;

/** Which policy a command uses: by default the one that this project ships. */
final class PolicyOption {

  private static final String HOME = "ccs.home";

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      description = "Folder with rules/ and decision-tables/ (default: the shipped policy).")
  private Path folder = Path.of(System.getProperty(HOME, ""));

  Path folder() {
    return folder.toAbsolutePath().normalize();
  }

  /** Reads, analyses and compiles the folder's policy. */
  Candidate checked() {
    return loader().check(contents());
  }

  private PolicyFolder.Contents contents() {
    if (!Files.isDirectory(folder().resolve("rules"))) {
      throw new Ccs.Refusal("There is no policy in " + folder() + ": it has no folder `rules`.");
    }
    return new PolicyFolder(folder()).read();
  }

  /** The way from a policy's sources to a compiled policy. */
  static PolicyLoader loader() {
    var reader = new SourcesReader(new YamlVocabularyReader(), new XlsxWorkbookReader());
    return new PolicyLoader(reader, new TablesAnalysis(), new DroolsCompiler());
  }

  /** The folder's policy, where it can decide, whatever its tables leave open. */
  CompiledPolicy compiled() {
    return switch (loader().load(contents())) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) -> policy;
      case Candidate.Refused(List<Finding> findings) ->
          throw new Ccs.Refusal(
              "The policy in "
                  + folder()
                  + " cannot decide; `ccs check` says why ("
                  + findings.size()
                  + (findings.size() == 1 ? " finding)." : " findings)."));
    };
  }
}
