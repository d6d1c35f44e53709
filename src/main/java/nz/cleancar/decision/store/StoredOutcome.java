package nz.cleancar.decision.store;

import static nz.cleancar.decision.store.StoredDecision.exactly;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Acceptance;
import nz.cleancar.decision.Outcome.Assessed;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.Certification;
import nz.cleancar.decision.Outcome.Charge;
import nz.cleancar.decision.Outcome.NotSubject;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Outcome.Target;
import nz.cleancar.decision.Outcome.Undecided;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a decision says, as the database keeps it.
 *
 * @param assessed what the standard makes of the vehicle; absent unless the kind is {@code
 *     ASSESSED}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoredOutcome(
    Kind kind,
    @Nullable StoredAssessment assessed,
    List<StoredReason> reasons,
    boolean certificationMayProceed,
    String because) {

  /** Which of the outcomes it is. */
  enum Kind {
    /** The standard does not apply. */
    NOT_SUBJECT,

    /** The policy lacks what it would need. */
    UNDECIDED,

    /** The vehicle is subject. */
    ASSESSED
  }

  static StoredOutcome from(Outcome outcome) {
    return switch (outcome) {
      case NotSubject notSubject -> of(Kind.NOT_SUBJECT, null, notSubject);
      case Undecided undecided -> of(Kind.UNDECIDED, null, undecided);
      case Assessed assessed -> of(Kind.ASSESSED, StoredAssessment.from(assessed), assessed);
    };
  }

  private static StoredOutcome of(Kind kind, @Nullable StoredAssessment assessed, Outcome outcome) {
    return new StoredOutcome(
        kind,
        assessed,
        outcome.reasons().stream().map(StoredReason::from).toList(),
        outcome.certification().mayProceed(),
        outcome.certification().because());
  }

  Outcome toOutcome() {
    var grounds = reasons.stream().map(StoredReason::toReason).toList();
    var certification = new Certification(certificationMayProceed, because);
    return switch (kind) {
      case NOT_SUBJECT -> new NotSubject(grounds, certification);
      case UNDECIDED -> new Undecided(grounds, certification);
      case ASSESSED -> {
        if (assessed == null) {
          throw new IllegalStateException("An assessed decision in the log has no assessment.");
        }
        yield new Assessed(
            assessed.toAssessment(),
            Acceptance.valueOf(assessed.acceptance()),
            grounds,
            certification);
      }
    };
  }

  /** A ground. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StoredReason(String code, String says) {

    static StoredReason from(Reason reason) {
      return new StoredReason(reason.code(), reason.says());
    }

    Reason toReason() {
      return new Reason(code, says);
    }
  }

  /** What the standard makes of the vehicle; grams are g/km as exact decimals. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StoredAssessment(
      String acceptance,
      String vehicleType,
      StoredTarget target,
      String co2,
      String difference,
      long chargeCents,
      @Nullable String chargeRatePerGram,
      @Nullable String chargeDue,
      String credits) {

    static StoredAssessment from(Assessed outcome) {
      var assessment = outcome.assessment();
      var charge = assessment.charge();
      return new StoredAssessment(
          outcome.acceptance().name(),
          assessment.vehicleType(),
          StoredTarget.from(assessment.target()),
          exactly(assessment.co2().perKilometre()),
          exactly(assessment.difference().perKilometre()),
          charge.amount().cents(),
          charge.rate().map(StoredDecision::exactly).orElse(null),
          charge.whenDue().orElse(null),
          exactly(assessment.credits().perKilometre()));
    }

    Assessment toAssessment() {
      return new Assessment(
          vehicleType,
          target.toTarget(),
          Grams.of(co2),
          Grams.of(difference),
          new Charge(
              new Money(chargeCents),
              chargeRatePerGram == null ? null : new BigDecimal(chargeRatePerGram),
              chargeDue),
          Grams.of(credits));
    }
  }

  /** A vehicle's target and how it came about; grams are g/km as exact decimals. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StoredTarget(
      String rounded,
      String unrounded,
      String annualTarget,
      String slope,
      long meanWeightKilograms,
      long effectiveTareKilograms) {

    static StoredTarget from(Target target) {
      return new StoredTarget(
          exactly(target.rounded().perKilometre()),
          exactly(target.unrounded().perKilometre()),
          exactly(target.annualTarget().perKilometre()),
          exactly(target.slope()),
          target.meanWeightKilograms(),
          target.effectiveTareKilograms());
    }

    Target toTarget() {
      return new Target(
          Grams.of(rounded),
          Grams.of(unrounded),
          Grams.of(annualTarget),
          new BigDecimal(slope),
          meanWeightKilograms,
          effectiveTareKilograms);
    }
  }
}
