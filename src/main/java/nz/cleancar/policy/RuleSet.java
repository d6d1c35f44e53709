package nz.cleancar.policy;

/**
 * A file of rules as its author wrote it.
 *
 * @param file its name, for example {@code acceptance.drl}
 * @param text its contents
 */
public record RuleSet(String file, String text) {}
