package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Who may do what in which account: its people what their permissions say, and the agency may view
 * them all. An account that a person has no part in is as good as unknown to them.
 */
@Singleton
public final class Access {

  private final AccountBook book;
  private final AccountPeople people;

  public Access(AccountBook book, AccountPeople people) {
    this.book = book;
    this.people = people;
  }

  /** Why the person may not do it in the account, if they may not. */
  public Optional<Refusal> check(Person person, Account account, Permission permission) {
    Set<Permission> theirs = people.permissions(account.number(), person.name());
    if (theirs.contains(permission)
        || (person.isAgency() && permission == Permission.VIEW_ACCOUNT)) {
      return Optional.empty();
    }
    return theirs.isEmpty() && !person.isAgency()
        ? Optional.of(unknown(account.number()))
        : Optional.of(
            Refusal.forbidden(
                "permission-missing",
                "In account %s this needs the permission %s, which %s does not have."
                    .formatted(account.number(), permission, person.name())));
  }

  /** Whether the person has no part in the account, so that they are not told of it. */
  public boolean isStranger(Person person, AccountNumber number) {
    return !person.isAgency() && people.permissions(number, person.name()).isEmpty();
  }

  /** The account, for somebody who may do this in it. */
  public Attempt<Account> found(Person person, AccountNumber number, Permission permission) {
    return book.find(number)
        .map(account -> checked(person, account, permission))
        .orElseGet(() -> Attempt.refused(unknown(number)));
  }

  /**
   * The account, locked until the work ends, for somebody who may do this in it. Whoever has no
   * part in it does not wait for its lock.
   */
  public Attempt<Account> locked(Person person, AccountNumber number, Permission permission) {
    if (isStranger(person, number)) {
      return Attempt.refused(unknown(number));
    }
    return book.lock(number)
        .map(account -> checked(person, account, permission))
        .orElseGet(() -> Attempt.refused(unknown(number)));
  }

  /** The account, locked until the work ends, for the agency alone. */
  public Attempt<Account> lockedByAgency(Person person, AccountNumber number) {
    if (!person.isAgency()) {
      return Attempt.refused(
          Refusal.forbidden("agency-only", "Only the agency that runs the standard does this."));
    }
    return book.lock(number).map(Attempt::done).orElseGet(() -> Attempt.refused(unknown(number)));
  }

  private Attempt<Account> checked(Person person, Account account, Permission permission) {
    return check(person, account, permission)
        .map(Attempt::<Account>refused)
        .orElseGet(() -> Attempt.done(account));
  }

  /** There is no such account, or none that the person may know of. */
  public static Refusal unknown(AccountNumber number) {
    return Refusal.unknown(
        "no-such-account", "There is no account %s that you have a part in.".formatted(number));
  }
}
