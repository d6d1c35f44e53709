package nz.cleancar.publishing.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.publishing.HandingIn;
import nz.cleancar.publishing.Move;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.testing.SmallPolicy;

/** A process that hands in, approves and publishes as fast as it can, and prints what went live. */
final class PublishingUntilKilled {

  static final Person ANA = person("ana");
  static final Person BEN = person("ben");

  private PublishingUntilKilled() {}

  private static Person person(String name) {
    return new Person(new PersonName(name), Set.of(Role.RULE_ENGINEER));
  }

  /**
   * Publishes for ever the policy in the folder that is the first argument, in the data folder that
   * is the second, with surcharges from the third.
   */
  public static void main(String[] arguments) {
    var service =
        TestDatabase.h2(Path.of(arguments[1])).service(Map.of("ccs.policy", arguments[0]));
    var versions = service.getBean(Versions.class);
    for (int surcharge = Integer.parseInt(arguments[2]); true; surcharge++) {
      System.out.println(publish(versions, surcharge).id());
    }
  }

  /** Takes the policy with this surcharge live. */
  static Version publish(Versions versions, int surcharge) {
    var draft = draft(versions.handIn(ANA, SmallPolicy.surcharge(surcharge)));
    var reports = draft.check().orElseThrow().reports();
    var _ = made(versions.approve(BEN, draft.id(), reports, "It is right."));
    return made(versions.publish(ANA, draft.id(), "Now."));
  }

  private static Version draft(HandingIn handedIn) {
    return switch (handedIn) {
      case HandingIn.Drafted(Version version, var _) -> version;
      case HandingIn other -> throw new IllegalStateException(other.toString());
    };
  }

  private static Version made(Move move) {
    return switch (move) {
      case Move.Made(Version version) -> version;
      case Move.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }
}
