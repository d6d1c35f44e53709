package nz.cleancar.testing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.security.store.PeopleFile;

/** People who may change the policy of a service with this data folder. */
public record TestPeople(AccessToken aroha, AccessToken ben, AccessToken ruth) {

  /** Aroha and Ben are policy staff, Ruth is a rule engineer. */
  public static TestPeople in(Path data) {
    var file = new PeopleFile(data.resolve("people.csv"));
    return new TestPeople(
        add(file, "aroha", Role.POLICY_STAFF),
        add(file, "ben", Role.POLICY_STAFF),
        add(file, "ruth", Role.RULE_ENGINEER));
  }

  /** Somebody else who may sign in to a service with this data folder. */
  public static AccessToken add(Path data, String name, Role role) {
    return add(new PeopleFile(data.resolve("people.csv")), name, role);
  }

  private static AccessToken add(PeopleFile file, String name, Role role) {
    var token = AccessToken.random(new SecureRandom());
    file.put(new Person(new PersonName(name), Set.of(role)), token);
    return token;
  }
}
