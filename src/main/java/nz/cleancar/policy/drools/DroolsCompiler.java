package nz.cleancar.policy.drools;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyCompiler;
import nz.cleancar.policy.RuleSet;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles tables and rule sets with Drools. Several threads may compile at once. */
@Singleton
public final class DroolsCompiler implements PolicyCompiler {

  /** What stops a rule set that goes round in circles. */
  static final int MOST_FIRINGS = 1_000;

  private static final Pattern RULE =
      Pattern.compile("(?m)^\\s*rule\\s+(?:\"([^\"]+)\"|'([^']+)'|(\\w+))");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");

  /** Makes each build's names its own: the engine keeps what it built by name for the whole JVM. */
  private static final AtomicLong BUILDS = new AtomicLong();

  @Override
  public Candidate compile(Policy policy) {
    var findings = new ArrayList<Finding>();
    checkTables(policy.tables(), findings);
    var ruleSetByRule = checkRuleSets(policy.ruleSets(), findings);
    if (!findings.isEmpty()) {
      return new Candidate.Refused(findings);
    }
    var services = KieServices.get();
    String build =
        policy.version().name().substring("sha256:".length()) + "-" + BUILDS.incrementAndGet();
    ReleaseId release = services.newReleaseId("nz.cleancar", "policy", build);
    var files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    var source = OneSource.of(policy);
    files.write("src/main/resources/nz/cleancar/rules/" + build + ".drl", source.text());
    KieBuilder builder = services.newKieBuilder(files).buildAll();
    builder.getResults().getMessages(Message.Level.ERROR).stream()
        .map(message -> finding(message, source))
        .distinct()
        .forEach(findings::add);
    if (!findings.isEmpty()) {
      services.getRepository().removeKieModule(release);
      return new Candidate.Refused(findings);
    }
    var vocables = new Vocables(policy, ruleSetByRule);
    var container = services.newKieContainer(release);
    return new Candidate.Accepted(
        new DroolsPolicy(policy, container, vocables, MOST_FIRINGS), List.of());
  }

  private static void checkTables(List<PolicyTable> tables, List<Finding> findings) {
    var idByType = new HashMap<String, String>();
    for (PolicyTable table : tables) {
      var place = new Place(table.workbook(), table.sheet(), "");
      String other = idByType.putIfAbsent(DrlWriter.typeName(table.id()), table.id());
      if (other != null) {
        findings.add(
            Finding.error(
                "table-id-clash",
                place,
                "an id that differs from `" + other + "` in more than its dashes",
                table.id(),
                "Choose another id for one of the two tables."));
      }
      var many = table.inputs().stream().filter(term -> term.kind() == Kind.WORDS).toList();
      if (many.size() > 1) {
        findings.add(
            Finding.error(
                "two-columns-of-words",
                place,
                "at most one input column that may hold several words at once",
                many.get(0).heading() + " and " + many.get(1).heading(),
                "Split the table in two."));
      }
    }
  }

  private static Map<String, String> checkRuleSets(List<RuleSet> ruleSets, List<Finding> findings) {
    var ruleSetByRule = new HashMap<String, String>();
    for (RuleSet set : ruleSets) {
      var stated = PACKAGE.matcher(set.text());
      if (!stated.find() || !stated.group(1).equals(DrlWriter.PACKAGE)) {
        findings.add(
            Finding.error(
                "rule-set-package",
                new Place(set.file(), "", "line 1"),
                "package " + DrlWriter.PACKAGE,
                stated.hasMatch() ? stated.group(1) : "none",
                "Begin the file with `package " + DrlWriter.PACKAGE + "`."));
      }
      var rules = RULE.matcher(set.text());
      while (rules.find()) {
        String rule =
            rules.group(1) != null
                ? rules.group(1)
                : rules.group(2) != null ? rules.group(2) : rules.group(3);
        String name = set.file().replaceFirst("\\.drl$", "");
        String other = ruleSetByRule.putIfAbsent(rule, name);
        if (other != null) {
          long line = set.text().substring(0, rules.start(0)).lines().count() + 1;
          findings.add(
              Finding.error(
                  "rule-name-twice",
                  new Place(set.file(), "", "line " + line),
                  "a name that no other rule has",
                  rule,
                  "Give the rule a name of its own; the other one is in " + other + ".drl."));
        }
      }
    }
    return ruleSetByRule;
  }

  private static Finding finding(Message message, OneSource source) {
    return Finding.error(
        "rule-set",
        source.place(message.getLine()),
        "rules that compile",
        message.getText().strip().lines().findFirst().orElse(""),
        "Mend the rule; what it names must stand in the vocabulary or in a table.");
  }
}
