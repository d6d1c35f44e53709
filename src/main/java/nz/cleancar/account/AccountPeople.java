package nz.cleancar.account;

import java.util.List;
import java.util.Set;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;

/** The people of all accounts, and what they may do there. */
public interface AccountPeople {

  /** What the person may do in the account; nothing where they have no part in it. */
  Set<Permission> permissions(AccountNumber account, PersonName person);

  /** Everybody who may do something in the account, in the order of their names. */
  List<AccountPerson> of(AccountNumber account);

  /** Gives a person these permissions in the place of those they had; none removes the person. */
  void put(AccountPerson person);

  /**
   * A person in an account.
   *
   * @param account which account
   * @param person who
   * @param permissions what they may do there
   */
  record AccountPerson(AccountNumber account, PersonName person, Set<Permission> permissions) {
    public AccountPerson {
      permissions = Set.copyOf(permissions);
    }
  }
}
