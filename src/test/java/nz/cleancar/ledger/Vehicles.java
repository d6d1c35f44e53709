package nz.cleancar.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.Charge;
import nz.cleancar.decision.Outcome.Target;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** Vehicles that accounts accept in tests, assessed as told. */
public final class Vehicles {

  private Vehicles() {}

  /** A used vehicle of a pay as you go account, with this difference and rate. */
  public static AcceptedVehicle payAsYouGo(
      AccountNumber account, String id, LocalDate legalDate, String difference, String rate) {
    return of(account, Scheme.PAYG, id, legalDate, assessed(difference, rate));
  }

  /** A used vehicle of a fleet average account. */
  public static AcceptedVehicle inFleet(
      AccountNumber account, String id, LocalDate legalDate, String target, String co2) {
    Grams difference = new Grams(new BigDecimal(target).subtract(new BigDecimal(co2)));
    return of(
        account,
        Scheme.FLEET_AVERAGE,
        id,
        legalDate,
        new Assessment(
            "A",
            target(target),
            Grams.of(co2),
            difference,
            Charge.none(),
            difference.compareTo(Grams.ZERO) > 0 ? difference : Grams.ZERO));
  }

  private static AcceptedVehicle of(
      AccountNumber account, Scheme scheme, String id, LocalDate legalDate, Assessment assessment) {
    return new AcceptedVehicle(
        account, scheme, VehicleCondition.USED, id, new LegalDate(legalDate), assessment);
  }

  private static Assessment assessed(String difference, String rate) {
    var grams = new BigDecimal(difference);
    var target = new BigDecimal("200");
    var charge =
        grams.signum() >= 0
            ? Charge.none()
            : new Charge(
                Money.of(
                    new BigDecimal(rate)
                        .multiply(grams.negate())
                        .setScale(2, RoundingMode.HALF_UP)),
                new BigDecimal(rate),
                "ON_ACCEPTANCE");
    return new Assessment(
        "A",
        target("200"),
        new Grams(target.subtract(grams)),
        new Grams(grams),
        charge,
        grams.signum() > 0 ? new Grams(grams) : Grams.ZERO);
  }

  private static Target target(String grams) {
    return new Target(
        Grams.of(grams), Grams.of(grams), Grams.of(grams), BigDecimal.ZERO, 1482, 1482);
  }
}
