package nz.cleancar.policy.drools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;

/** What all runs of one policy share: its tables, terms, sentences and rule names. */
final class Vocables {

  private final Vocabulary vocabulary;
  private final List<CompiledTable> tables;
  private final Set<String> names;
  private final Map<String, String> ruleSetByRule;
  private final Set<RuleName> rules;
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  Vocables(Policy policy, Map<String, String> ruleSetByRule) {
    this.vocabulary = policy.vocabulary();
    this.tables =
        policy.tables().stream().map(table -> CompiledTable.of(table, vocabulary)).toList();
    this.names = vocabulary.terms().stream().map(Term::name).collect(Collectors.toSet());
    this.ruleSetByRule = Map.copyOf(ruleSetByRule);
    this.rules =
        ruleSetByRule.entrySet().stream()
            .map(rule -> new RuleName(rule.getValue(), rule.getKey()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The table with changed cells, and where it stands among the tables.
   *
   * @throws IllegalArgumentException if there is no such table, or one of other columns
   */
  Changed changed(PolicyTable table) {
    for (int index = 0; index < tables.size(); index++) {
      var before = tables.get(index).table();
      if (before.id().equals(table.id())) {
        if (!hasSameShape(before, table)) {
          throw new IllegalArgumentException(
              "Only rows of " + table.id() + ", and its answer where none matches, may change.");
        }
        return new Changed(index, CompiledTable.of(table, vocabulary));
      }
    }
    throw new IllegalArgumentException("The policy has no table " + table.id() + ".");
  }

  private static boolean hasSameShape(PolicyTable before, PolicyTable after) {
    return before.inputs().equals(after.inputs())
        && before.outcomes().equals(after.outcomes())
        && before.hitPolicy() == after.hitPolicy();
  }

  /** A table with changed cells, in the place of another. */
  record Changed(int index, CompiledTable table) {}

  Set<RuleName> rules() {
    return rules;
  }

  CompiledTable table(int index) {
    return tables.get(index);
  }

  boolean knows(String name) {
    return names.contains(name);
  }

  boolean isOfRuleSet(String rule) {
    return ruleSetByRule.containsKey(rule);
  }

  String ruleSetOf(String rule) {
    return Optional.ofNullable(ruleSetByRule.get(rule)).orElse("tables");
  }

  Template template(String sentence) {
    var known = templates.get(sentence);
    return known != null
        ? known
        : templates.computeIfAbsent(sentence, text -> Template.read(text, vocabulary));
  }
}
