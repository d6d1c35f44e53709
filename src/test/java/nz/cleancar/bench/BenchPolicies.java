package nz.cleancar.bench;

import java.nio.file.Path;
import java.util.List;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyReader.Reading;
import nz.cleancar.policy.SourcesReader;
import nz.cleancar.policy.drools.DroolsCompiler;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.policy.yaml.YamlVocabularyReader;

/** The policies that benchmarks decide with. */
final class BenchPolicies {

  private static final int GROWN_TABLES = 8;
  private static final int GROWN_ROWS = 1_600;

  private BenchPolicies() {}

  /** The shipped policy, read from the workbooks of the working directory. */
  static Policy shipped() {
    var reader = new SourcesReader(new YamlVocabularyReader(), new XlsxWorkbookReader());
    return switch (reader.read(new PolicyFolder(Path.of("")).read().sources())) {
      case Reading.Read(Policy policy, List<Finding> _) -> policy;
      case Reading.Unreadable(List<Finding> findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }

  /** The shipped policy with the tables of its vehicle topic grown to 1,600 rows in total. */
  static Policy grown() {
    return GrownPolicy.of(shipped(), GROWN_ROWS / GROWN_TABLES);
  }

  static CompiledPolicy compiled(Policy policy) {
    return switch (new DroolsCompiler().compile(policy)) {
      case Candidate.Accepted(CompiledPolicy compiled, List<Finding> _) -> compiled;
      case Candidate.Refused(List<Finding> findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }
}
