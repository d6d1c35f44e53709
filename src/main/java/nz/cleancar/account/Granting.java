package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.AccountWork.Needed;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Gives people permissions in accounts, and takes them away; the owner keeps all. */
@Singleton
public final class Granting {

  /** How many people an account may have. */
  public static final int MOST_PEOPLE = 500;

  private static final Needed NEEDED =
      new Needed(Permission.GRANT_PERMISSIONS, Operation.GRANT_PERMISSIONS);

  private final AccountWork accounts;
  private final AccountPeople people;

  Granting(AccountWork accounts, AccountPeople people) {
    this.accounts = accounts;
    this.people = people;
  }

  /**
   * Gives a person these permissions, one or more, in the place of those they had. Nobody gives
   * themselves one that they lack.
   */
  public Attempt<AccountPerson> grant(
      Person by, AccountNumber number, PersonName to, Set<Permission> permissions) {
    return accounts.change(
        by,
        number,
        NEEDED,
        account -> {
          Set<Permission> before = people.permissions(number, to);
          if (to.equals(account.holder().owner())) {
            return Attempt.refused(ownerKeepsAll(to));
          }
          if (permissions.isEmpty()) {
            return Attempt.refused(
                Refusal.invalid(
                    "no-permission", "A person in an account has at least one permission."));
          }
          if (to.equals(by.name()) && !before.containsAll(permissions)) {
            return Attempt.refused(
                Refusal.forbidden(
                    "own-permissions", "Nobody gives themselves a permission that they lack."));
          }
          if (before.isEmpty() && people.of(number).size() >= MOST_PEOPLE) {
            return Attempt.refused(
                Refusal.refused(
                    "too-many-people",
                    "An account has at most %d people; remove one first.".formatted(MOST_PEOPLE)));
          }
          return Attempt.done(granted(by, account, new AccountPerson(number, to, permissions)));
        });
  }

  private AccountPerson granted(Person by, Account account, AccountPerson person) {
    people.put(person);
    accounts.tell(
        account,
        new Done(
            What.PERMISSIONS_GRANTED,
            "%s: %s.".formatted(person.person(), words(person.permissions())),
            by.name(),
            ""));
    return person;
  }

  /** Takes a person out of the account. */
  public Attempt<AccountPerson> remove(Person by, AccountNumber number, PersonName who) {
    return accounts.change(
        by,
        number,
        NEEDED,
        account -> {
          if (who.equals(account.holder().owner())) {
            return Attempt.refused(ownerKeepsAll(who));
          }
          if (people.permissions(number, who).isEmpty()) {
            return Attempt.refused(
                Refusal.unknown(
                    "no-such-person", "%s has no part in account %s.".formatted(who, number)));
          }
          var nothing = new AccountPerson(number, who, Set.of());
          people.put(nothing);
          accounts.tell(
              account, new Done(What.PERSON_REMOVED, "%s.".formatted(who), by.name(), ""));
          return Attempt.done(nothing);
        });
  }

  private static Refusal ownerKeepsAll(PersonName owner) {
    return Refusal.refused(
        "owner-keeps-all",
        "%s owns the account, and keeps every permission in it.".formatted(owner));
  }

  private static String words(Set<Permission> permissions) {
    return EnumSet.copyOf(permissions).stream()
        .map(Permission::name)
        .collect(Collectors.joining(", "));
  }
}
