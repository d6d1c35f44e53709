package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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

/**
 * Gives people permissions in accounts, and takes them away; the owner keeps all. The owner and the
 * agency give any of them, others what they have themselves.
 */
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
   * Gives a person these permissions, one or more, in the place of those they had. Nobody but the
   * owner and the agency gives one that they lack. What changes nothing is no event.
   */
  public Attempt<AccountPerson> grant(
      Person by, AccountNumber number, PersonName to, Set<Permission> permissions) {
    return granting(
        by,
        number,
        account -> {
          var granted = new AccountPerson(number, to, permissions);
          Set<Permission> before = people.permissions(number, to);
          Optional<Refusal> wrong = wrong(by, account, granted, before);
          if (wrong.isPresent()) {
            return Attempt.refused(wrong.get());
          }
          return Attempt.done(
              before.equals(granted.permissions()) ? granted : granted(by, account, granted));
        });
  }

  /** Changes the people of an account, for the agency or for somebody who may there. */
  private Attempt<AccountPerson> granting(
      Person by, AccountNumber number, Function<Account, Attempt<AccountPerson>> change) {
    return by.isAgency()
        ? accounts.changeByAgency(
            by,
            number,
            account ->
                accounts
                    .rules()
                    .allowing(account, Operation.GRANT_PERMISSIONS, accounts.today())
                    .then(change))
        : accounts.change(by, number, NEEDED, change);
  }

  private Optional<Refusal> wrong(
      Person by, Account account, AccountPerson granted, Set<Permission> before) {
    PersonName to = granted.person();
    if (to.equals(account.holder().owner())) {
      return Optional.of(ownerKeepsAll(to));
    }
    if (granted.permissions().isEmpty()) {
      return Optional.of(
          Refusal.invalid("no-permission", "A person in an account has at least one permission."));
    }
    if (before.isEmpty() && people.of(account.number()).size() >= MOST_PEOPLE) {
      return Optional.of(
          Refusal.refused(
              "too-many-people",
              "An account has at most %d people; remove one first.".formatted(MOST_PEOPLE)));
    }
    return mayGiveAll(by, account) ? Optional.empty() : beyondTheirOwn(by, granted, before);
  }

  private static boolean mayGiveAll(Person by, Account account) {
    return by.isAgency() || by.name().equals(account.holder().owner());
  }

  /** What others keep was given by somebody before; what they get, the giver must have. */
  private Optional<Refusal> beyondTheirOwn(
      Person by, AccountPerson granted, Set<Permission> before) {
    var lacking = new TreeSet<>(granted.permissions());
    lacking.removeAll(before);
    lacking.removeAll(people.permissions(granted.account(), by.name()));
    if (lacking.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        granted.person().equals(by.name())
            ? Refusal.forbidden(
                "own-permissions", "Nobody gives themselves a permission that they lack.")
            : Refusal.forbidden(
                "grants-beyond-own",
                "%s lacks %s in the account, and gives others only what they have themselves."
                    .formatted(by.name(), words(lacking))));
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
    return granting(
        by,
        number,
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
