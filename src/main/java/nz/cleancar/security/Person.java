package nz.cleancar.security;

import java.util.Set;

/**
 * Somebody who is signed in.
 *
 * @param name who
 * @param roles what they may do
 */
public record Person(PersonName name, Set<Role> roles) {

  public Person {
    roles = Set.copyOf(roles);
  }

  /** Whether they may hand in rule sets and the vocabulary. */
  public boolean mayChangeRules() {
    return roles.contains(Role.RULE_ENGINEER);
  }

  /** Whether they may hand in workbooks, approve, publish and roll back. */
  public boolean mayChangePolicy() {
    return roles.contains(Role.POLICY_STAFF) || mayChangeRules();
  }

  /** Whether they act for the agency that runs the standard. */
  public boolean isAgency() {
    return roles.contains(Role.AGENCY);
  }
}
