package nz.cleancar.security;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do with the policy. */
public enum Role {
  /** Hands in workbooks, approves what others handed in, publishes and rolls back. */
  POLICY_STAFF("policy-staff"),

  /** As policy staff, and hands in rule sets and the vocabulary too. */
  RULE_ENGINEER("rule-engineer");

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
