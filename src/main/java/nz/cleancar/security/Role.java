package nz.cleancar.security;

import java.util.Arrays;
import java.util.Optional;

/** What a person, or a system that signs in, may do. */
public enum Role {
  /** Hands in workbooks, approves what others handed in, publishes and rolls back. */
  POLICY_STAFF("policy-staff"),

  /** As policy staff, and hands in rule sets and the vocabulary too. */
  RULE_ENGINEER("rule-engineer"),

  /** Runs the Clean Car Standard: sees every account, verifies, suspends, resolves disputes. */
  AGENCY("agency"),

  /** Opens CO2 accounts; what they may do in an account is said by its permissions. */
  IMPORTER("importer"),

  /** Certifies vehicles: assigns accounts, completes entry certification, asks what may proceed. */
  CERTIFIER("certifier"),

  /** A system that feeds vehicle records: MIAMI, Fuelsaver, the motor vehicle register. */
  FEED("feed"),

  /** The payment provider, which tells what became of payments. */
  PAYMENTS("payments");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The role as files and commands name it. */
  public String word() {
    return word;
  }

  /** The role of this name. */
  public static Optional<Role> named(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }
}
