package nz.cleancar.testing;

import java.nio.file.Path;
import java.util.stream.Collectors;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.policy.PolicyReader;
import nz.cleancar.policy.SourcesReader;
import nz.cleancar.policy.analysis.TablesAnalysis;
import nz.cleancar.policy.drools.DroolsCompiler;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.policy.yaml.YamlVocabularyReader;

/** The policy that this project ships, read and compiled as the service does it. */
public final class ShippedPolicy {

  /** The project's folder, where tests run. */
  public static final Path FOLDER = Path.of("").toAbsolutePath();

  private ShippedPolicy() {}

  public static PolicyReader reader() {
    return new SourcesReader(new YamlVocabularyReader(), new XlsxWorkbookReader());
  }

  public static PolicyLoader loader() {
    return new PolicyLoader(reader(), new TablesAnalysis(), new DroolsCompiler());
  }

  public static Policy read() {
    return switch (reader().read(new PolicyFolder(FOLDER).read().sources())) {
      case PolicyReader.Reading.Read read -> read.policy();
      case PolicyReader.Reading.Unreadable unreadable ->
          throw new AssertionError(text(unreadable.findings()));
    };
  }

  public static CompiledPolicy compiled() {
    return compiled(FOLDER);
  }

  public static CompiledPolicy compiled(Path folder) {
    return switch (loader().load(new PolicyFolder(folder).read().sources())) {
      case Candidate.Accepted accepted -> accepted.policy();
      case Candidate.Refused refused -> throw new AssertionError(text(refused.findings()));
    };
  }

  /** The policy, compiled whatever analysis would say of it. */
  public static CompiledPolicy compiled(Policy policy) {
    return switch (new DroolsCompiler().compile(policy)) {
      case Candidate.Accepted accepted -> accepted.policy();
      case Candidate.Refused refused -> throw new AssertionError(text(refused.findings()));
    };
  }

  /** The policy with one table in the place of the one of its id, compiled whatever it says. */
  public static CompiledPolicy compiledWith(PolicyTable changed, Policy policy) {
    var tables =
        policy.tables().stream()
            .map(table -> table.id().equals(changed.id()) ? changed : table)
            .toList();
    return compiled(new Policy(policy.version(), policy.vocabulary(), tables, policy.ruleSets()));
  }

  /** The policy without the rules of one file, compiled whatever its tables then are asked. */
  public static CompiledPolicy compiledWithout(String rules) {
    var policy = read();
    var others = policy.ruleSets().stream().filter(each -> !each.file().equals(rules)).toList();
    if (others.size() == policy.ruleSets().size()) {
      throw new AssertionError("There is no " + rules);
    }
    return compiled(new Policy(policy.version(), policy.vocabulary(), policy.tables(), others));
  }

  private static String text(java.util.List<Finding> findings) {
    return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }
}
