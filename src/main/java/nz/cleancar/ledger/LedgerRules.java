package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import nz.cleancar.decision.Ruling;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** What the policy says of credits and charges; where it lacks what is needed, nothing is done. */
@Singleton
public final class LedgerRules {

  private static final int DECIMALS_OF_A_TENTH = 1;
  private static final int DECIMALS_OF_A_CENT = 2;
  private static final String ORDER = "EARLIEST_EXPIRY_THEN_EARLIEST_EARNED";

  private final Rulings rulings;

  public LedgerRules(Rulings rulings) {
    this.rulings = rulings;
  }

  /** What is done with credits, by the vocabulary's words. */
  public enum Use {
    /** They are earned. */
    EARN,

    /** They settle grams above target. */
    OFFSET
  }

  /** The last day that credits may be used, as the policy says on the day. */
  public LocalDate expiresOn(LocalDate earnedOn, LocalDate day) {
    return rulings
        .on("credit-life", Map.of("earnedOn", Value.of(earnedOn), "legalDate", Value.of(day)))
        .day("expiresOn");
  }

  /** Grams as they are counted for the use, in tenths. */
  public long counted(Use use, Grams grams) {
    Ruling ruling = counting(use);
    return new Grams(
            grams
                .perKilometre()
                .setScale(
                    (int) ruling.whole("creditDecimals"),
                    RoundingMode.valueOf(ruling.word("creditRounding"))))
        .tenths();
  }

  /** The most of so many tenths that may be used against grams above target: whole units alone. */
  long usable(long tenths) {
    return Grams.ofTenths(tenths)
        .perKilometre()
        .setScale((int) counting(Use.OFFSET).whole("creditDecimals"), RoundingMode.DOWN)
        .movePointRight(DECIMALS_OF_A_TENTH)
        .longValueExact();
  }

  private Ruling counting(Use use) {
    Ruling ruling = rulings.on("credit-use", Map.of("creditUse", Value.of(use.name())));
    if (ruling.whole("creditDecimals") > DECIMALS_OF_A_TENTH) {
      throw ruling.unfit("creditDecimals", "the ledger counts tenths of a gram");
    }
    if (!ruling.word("creditOrder").equals(ORDER)) {
      throw ruling.unfit("creditOrder", "the ledger knows " + ORDER + " alone");
    }
    return ruling;
  }

  /**
   * The year in whose fleet a vehicle counts (SL 2022/285, reg 10(4)).
   *
   * @param isSettled whether a year is settled already, so that no more vehicles can count in it
   */
  int fleetYear(LocalDate acceptedOn, LocalDate legalDate, IntPredicate isSettled) {
    Ruling ruling =
        rulings.on(
            "fleet-accrual",
            Map.of("acceptedOn", Value.of(acceptedOn), "legalDate", Value.of(legalDate)));
    int year = Math.toIntExact(ruling.whole("fleetYear"));
    if (isSettled.test(year)) {
      throw ruling.unfit("fleetYear", "that year of the account's fleet is settled");
    }
    return year;
  }

  /** When the charge of a vehicle that is accepted on the day is paid. */
  Payment payment(Scheme scheme, LocalDate acceptedOn) {
    Ruling ruling =
        rulings.on(
            "charge-payment",
            Map.of("scheme", Value.of(scheme.name()), "acceptedOn", Value.of(acceptedOn)));
    return new Payment(ruling.day("payableOn"), ruling.yes("payableAtAcceptance"));
  }

  /**
   * When a charge is paid.
   *
   * @param payableOn the day that it is payable
   * @param atAcceptance whether the vehicle is accepted only with it
   */
  record Payment(LocalDate payableOn, boolean atAcceptance) {}

  /**
   * What grams above target that are left of a charge cost, at the rate that it was levied at and
   * rounded as the policy says for its day (Land Transport Act 1998, ss 177 and 182).
   */
  Money costOf(Charge.Basis basis, long tenthsLeft) {
    var facts = facts(basis.scheme(), basis.condition(), basis.legalDate(), tenthsLeft);
    facts.put("rateLevied", Value.of(basis.ratePerGram()));
    return cost(facts);
  }

  /** What grams above target cost at the rate of the day. */
  public Money costOf(Scheme scheme, VehicleCondition condition, LocalDate legalDate, long tenths) {
    return cost(facts(scheme, condition, legalDate, tenths));
  }

  private static Map<String, Value> facts(
      Scheme scheme, VehicleCondition condition, LocalDate legalDate, long tenths) {
    var facts = new HashMap<String, Value>();
    facts.put("scheme", Value.of(scheme.name()));
    facts.put("condition", Value.of(condition.name()));
    facts.put("legalDate", Value.of(legalDate));
    facts.put("gramsLeft", Value.of(Grams.ofTenths(tenths).perKilometre()));
    return facts;
  }

  private Money cost(Map<String, Value> facts) {
    Ruling ruling = rulings.on("charge-remainder", facts);
    BigDecimal dollars = ruling.decimal("chargeLeft");
    if (dollars.stripTrailingZeros().scale() > DECIMALS_OF_A_CENT) {
      throw ruling.unfit("chargeLeft", "the ledger counts cents");
    }
    return Money.of(dollars);
  }
}
