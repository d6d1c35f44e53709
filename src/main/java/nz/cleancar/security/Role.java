package nz.cleancar.security;

/** What a person may do with the policy. */
public enum Role {
  /** Hands in workbooks, approves what others handed in, publishes and rolls back. */
  POLICY_STAFF,

  /** As policy staff, and hands in rule sets and the vocabulary too. */
  RULE_ENGINEER
}
