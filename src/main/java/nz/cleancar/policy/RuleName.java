package nz.cleancar.policy;

/**
 * A rule of a rule set.
 *
 * @param ruleSet the rule set's name, for example {@code vehicle-assessment}
 * @param rule the rule's name
 */
public record RuleName(String ruleSet, String rule) {}
