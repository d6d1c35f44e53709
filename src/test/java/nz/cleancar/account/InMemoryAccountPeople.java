package nz.cleancar.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;

/** People of accounts who are forgotten when the test ends. */
public final class InMemoryAccountPeople implements AccountPeople {

  private final List<AccountPerson> people = new ArrayList<>();

  @Override
  public Set<Permission> permissions(AccountNumber account, PersonName person) {
    return people.stream()
        .filter(each -> each.account().equals(account) && each.person().equals(person))
        .findFirst()
        .map(AccountPerson::permissions)
        .orElseGet(Set::of);
  }

  @Override
  public List<AccountPerson> of(AccountNumber account) {
    return people.stream()
        .filter(each -> each.account().equals(account))
        .sorted(Comparator.comparing(each -> each.person().text()))
        .toList();
  }

  @Override
  public void put(AccountPerson person) {
    people.removeIf(
        each -> each.account().equals(person.account()) && each.person().equals(person.person()));
    if (!person.permissions().isEmpty()) {
      people.add(person);
    }
  }
}
