package nz.cleancar.demo;

import java.time.LocalDate;
import nz.cleancar.account.Holder;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.VehicleCondition;

/**
 * Somebody who imports vehicles, with one CO2 account.
 *
 * @param index their place in the industry, from 0
 * @param sort what sort of importer they are
 * @param share how much they import, against others
 * @param opens the day they open their account
 * @param every how many working days pass between their looks at the account
 * @param thrift how likely they are to do today what may wait, 0 to 1
 */
record Importer(int index, Sort sort, double share, LocalDate opens, int every, double thrift) {

  /** What sort of importer somebody is. */
  enum Sort {
    /** Brings a brand's new vehicles, and is in fleet average. */
    DISTRIBUTOR(VehicleCondition.NEW, true),

    /** Brings new vehicles beside the distributors. */
    PARALLEL(VehicleCondition.NEW, false),

    /** Deals in used vehicles in large numbers, and is in fleet average. */
    FLEET_DEALER(VehicleCondition.USED, true),

    /** Deals in used vehicles. */
    DEALER(VehicleCondition.USED, false),

    /** Brings a used vehicle or two of their own. */
    PRIVATE(VehicleCondition.USED, false);

    private final VehicleCondition condition;
    private final boolean isFleet;

    Sort(VehicleCondition condition, boolean isFleet) {
      this.condition = condition;
      this.isFleet = isFleet;
    }

    VehicleCondition condition() {
      return condition;
    }

    /** Whether they apply for fleet average. */
    boolean isFleet() {
      return isFleet;
    }
  }

  /** The person who owns the account. */
  Person owner() {
    return new Person(
        new PersonName("demo-%04d".formatted(index + 1)), java.util.Set.of(Role.IMPORTER));
  }

  /** The holder of the account. */
  Holder holder() {
    boolean isPrivate = sort == Sort.PRIVATE;
    return new Holder(
        isPrivate ? Holder.Kind.PERSON : Holder.Kind.BUSINESS,
        "%s %d".formatted(isPrivate ? "Importer" : "Demo Motors", index + 1),
        "importer-%d@example.invalid".formatted(index + 1),
        owner().name());
  }
}
