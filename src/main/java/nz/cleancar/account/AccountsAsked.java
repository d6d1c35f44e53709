package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.decision.Accounts;
import nz.cleancar.security.Person;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;

/**
 * Whom decisions about an account are for. Anybody may try the service with the accounts that come
 * with it; those that somebody opened are for their people, for those who certify and for those who
 * run the standard and its policy. To anybody else such an account is as good as unknown.
 */
@Singleton
public final class AccountsAsked {

  private static final Set<Role> ALL_ACCOUNTS =
      EnumSet.of(Role.AGENCY, Role.CERTIFIER, Role.POLICY_STAFF, Role.RULE_ENGINEER);

  private final Accounts accounts;
  private final AccountPeople people;
  private final Set<AccountNumber> samples;

  AccountsAsked(Accounts accounts, AccountPeople people) {
    this.accounts = accounts;
    this.people = people;
    this.samples =
        SampleAccounts.shipped().all().stream()
            .map(Account::number)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether whoever asks, signed in or not, may know what was decided of the account. */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // nobody need be signed in
  public boolean areOpen(Optional<Person> asking, AccountNumber number) {
    return samples.contains(number)
        || asking
            .filter(
                person ->
                    !Collections.disjoint(person.roles(), ALL_ACCOUNTS)
                        || !people.permissions(number, person.name()).isEmpty())
            .isPresent();
  }

  /** The accounts, to whoever asks: none but those that are open to them. */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // nobody need be signed in
  public Accounts to(Optional<Person> asking) {
    return number -> areOpen(asking, number) ? accounts.facts(number) : Optional.empty();
  }
}
