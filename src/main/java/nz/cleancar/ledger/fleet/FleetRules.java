package nz.cleancar.ledger.fleet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import nz.cleancar.decision.Ruling;
import nz.cleancar.decision.Rulings;
import nz.cleancar.ledger.Charge;
import nz.cleancar.ledger.FleetSum;
import nz.cleancar.ledger.LedgerRules;
import nz.cleancar.ledger.fleet.FleetStatement.Deferral;
import nz.cleancar.ledger.fleet.FleetStatement.Fleet;
import nz.cleancar.ledger.fleet.FleetStatement.Result;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** What the live policy says of fleets (Land Transport Act 1998, ss 177 to 179). */
@Singleton
final class FleetRules {

  private static final int DECIMALS_OF_A_CENT = 2;

  private final Rulings rulings;
  private final LedgerRules counting;

  FleetRules(Rulings rulings, LedgerRules counting) {
    this.rulings = rulings;
    this.counting = counting;
  }

  /**
   * What the policy says of a fleet.
   *
   * @param fleet the fleet in figures
   * @param result what it owes or earns
   * @param above grams above target, as credits settle them
   * @param basis what a charge is worked out from; its rate is zero where nothing is owed
   * @param earnedOn the day that credits are earned on
   */
  record Said(Fleet fleet, Result result, Grams above, Charge.Basis basis, LocalDate earnedOn) {}

  /**
   * Asks the policy. What an earlier year left to this one is owed with it: it is added to the
   * fleet's emissions; where the year has no vehicles, it stands as one of its own.
   */
  Said on(VehicleCondition condition, FleetSum sum) {
    Grams carried = Grams.ofTenths(sum.countedTenths() - sum.balanceTenths());
    return on(condition, sum, carried);
  }

  /** As above, where what was carried over is known from when the year was settled. */
  Said on(VehicleCondition condition, FleetSum sum, Grams carriedOver) {
    BigDecimal emissions = sum.co2().add(carriedOver.perKilometre());
    BigDecimal size = BigDecimal.valueOf(Math.max(1, sum.vehicles()));
    boolean isEmpty = sum.vehicles() == 0 && carriedOver.equals(Grams.ZERO);
    Ruling ruling =
        ruling(
            condition,
            sum.year(),
            isEmpty ? 0 : size.longValueExact(),
            mean(sum.targets(), size),
            mean(emissions, size));
    Grams difference = new Grams(sum.targets().subtract(emissions));
    var result =
        new Result(
            money(ruling),
            counted(LedgerRules.Use.EARN, new Grams(ruling.decimal("credits"))),
            ruling.day("dueOn"),
            deferral(ruling),
            afterDue(ruling));
    boolean isCharged = !result.charge().equals(Money.ZERO);
    return new Said(
        new Fleet(
            sum.vehicles(),
            mean(sum.targets(), size),
            mean(sum.co2(), size),
            carriedOver,
            difference),
        result,
        isCharged
            ? counted(LedgerRules.Use.OFFSET, new Grams(difference.perKilometre().negate()))
            : Grams.ZERO,
        new Charge.Basis(
            Scheme.FLEET_AVERAGE,
            condition,
            ruling.day("legalDate"),
            isCharged ? ruling.decimal("rate") : BigDecimal.ZERO),
        ruling.day("earnedOn"));
  }

  private Ruling ruling(
      VehicleCondition condition, int year, long size, BigDecimal target, BigDecimal average) {
    return rulings.on(
        "fleet-settlement",
        Map.of(
            "condition", Value.of(condition.name()),
            "year", Value.of(year),
            "fleetSize", Value.of(size),
            "fleetTarget", Value.of(target),
            "fleetAverage", Value.of(average)));
  }

  /** The day that the charges of a year's fleets are due, which is later than the day. */
  LocalDate dueOn(VehicleCondition condition, int year, LocalDate than) {
    Ruling ruling = ruling(condition, year, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    if (!ruling.day("dueOn").isAfter(than)) {
      throw ruling.unfit("dueOn", "a charge that was due on " + than + " is carried to it");
    }
    return ruling.day("dueOn");
  }

  private static String afterDue(Ruling ruling) {
    if (!ruling.word("afterDue").equals(DirectDebits.WAY)) {
      throw ruling.unfit("afterDue", "nobody knows how that is done");
    }
    return DirectDebits.WAY;
  }

  private static Deferral deferral(Ruling ruling) {
    boolean isAllowed = ruling.yes("mayDefer");
    String word = ruling.word("deferralWay");
    DeferralWay way =
        Arrays.stream(DeferralWay.values())
            .filter(each -> each.name().equals(word))
            .findFirst()
            .orElseThrow(() -> ruling.unfit("deferralWay", "nobody knows how that is done"));
    if (isAllowed && way == DeferralWay.NONE) {
      throw ruling.unfit("deferralWay", "a charge may be deferred");
    }
    return new Deferral(isAllowed, way, ruling.yes("mayDeferAgain"));
  }

  private static BigDecimal mean(BigDecimal sum, BigDecimal size) {
    return sum.divide(size, MathContext.DECIMAL128);
  }

  private static Money money(Ruling ruling) {
    BigDecimal dollars = ruling.decimal("charge");
    if (dollars.stripTrailingZeros().scale() > DECIMALS_OF_A_CENT) {
      throw ruling.unfit("charge", "the ledger counts cents");
    }
    return Money.of(dollars);
  }

  private Grams counted(LedgerRules.Use use, Grams grams) {
    return Grams.ofTenths(counting.counted(use, grams));
  }
}
