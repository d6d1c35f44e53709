package nz.cleancar.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import org.jspecify.annotations.Nullable;

/** What a decision says. */
public sealed interface Outcome {

  /** The grounds that it rests on, for people and machines. */
  List<Reason> reasons();

  /** Whether entry certification may go on. */
  Certification certification();

  /**
   * What it is called on the wire and in figures: {@code NOT_SUBJECT}, {@code UNDECIDED}, or what
   * becomes of the vehicle in its account.
   */
  default String name() {
    return switch (this) {
      case NotSubject _ -> "NOT_SUBJECT";
      case Undecided _ -> "UNDECIDED";
      case Assessed assessed -> assessed.acceptance().name();
    };
  }

  /** The standard does not apply to the vehicle. */
  record NotSubject(List<Reason> reasons, Certification certification) implements Outcome {
    public NotSubject {
      reasons = List.copyOf(reasons);
    }
  }

  /** The policy lacks what it would need to answer. Never a guess. */
  record Undecided(List<Reason> reasons, Certification certification) implements Outcome {
    public Undecided {
      reasons = List.copyOf(reasons);
    }
  }

  /** The vehicle is subject: what it owes or earns, and whether the account takes it. */
  record Assessed(
      Assessment assessment,
      Acceptance acceptance,
      List<Reason> reasons,
      Certification certification)
      implements Outcome {
    public Assessed {
      reasons = List.copyOf(reasons);
    }
  }

  /** What becomes of the vehicle in its account. */
  enum Acceptance {
    /** The account takes it by itself. */
    AUTO_ACCEPT,

    /** Somebody with the permission accepts it by hand. */
    AWAIT_ACCEPTANCE,

    /** The account cannot take it. */
    REFUSE
  }

  /**
   * What the standard makes of the vehicle.
   *
   * @param vehicleType A (passenger) or B (commercial), as the policy says
   * @param target its target
   * @param co2 its emission as three-phase WLTP, g/km
   * @param difference target less CO2, g/km: positive earns a credit, negative owes a charge
   * @param charge what it owes; zero at or below target
   * @param credits what it earns, g/km; zero at or above target
   */
  record Assessment(
      String vehicleType,
      Target target,
      Grams co2,
      Grams difference,
      Charge charge,
      Grams credits) {}

  /**
   * A vehicle's target and how it came about.
   *
   * @param rounded the target, rounded as the policy states, g/km
   * @param unrounded the target before rounding, g/km
   * @param annualTarget what the year's vehicles of the type start from, g/km
   * @param slope grams per kilometre for each kilogram
   * @param meanWeightKilograms the tare weight at which the annual target holds, kg
   * @param effectiveTareKilograms the tare weight between the floor and the ceiling, kg
   */
  record Target(
      Grams rounded,
      Grams unrounded,
      Grams annualTarget,
      BigDecimal slope,
      long meanWeightKilograms,
      long effectiveTareKilograms) {}

  /**
   * What a vehicle owes.
   *
   * @param amount the charge
   * @param ratePerGram NZD for each gram above target; absent where nothing is owed
   * @param due when, {@code ON_ACCEPTANCE} or {@code ANNUAL}; absent where nothing is owed
   */
  record Charge(Money amount, @Nullable BigDecimal ratePerGram, @Nullable String due) {

    /** Nothing is owed. */
    public static Charge none() {
      return new Charge(Money.ZERO, null, null);
    }

    /** NZD for each gram above target, where something is owed. */
    public Optional<BigDecimal> rate() {
      return Optional.ofNullable(ratePerGram);
    }

    /** {@code ON_ACCEPTANCE} or {@code ANNUAL}, where something is owed. */
    public Optional<String> whenDue() {
      return Optional.ofNullable(due);
    }
  }

  /**
   * A ground of a decision.
   *
   * @param code its stable name, for example {@code above-target}
   * @param says the ground in a sentence
   */
  record Reason(String code, String says) {}

  /**
   * Whether entry certification may go on.
   *
   * @param mayProceed whether it may
   * @param because why, or why not
   */
  record Certification(boolean mayProceed, String because) {}
}
