package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.Explanation;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.TestCycle;
import org.jspecify.annotations.Nullable;

/**
 * A decision on the wire. Grams, dollars and slopes are decimal texts; what does not apply is left
 * out.
 *
 * @param id its id in the log; absent for a what-if
 * @param policyVersion the policy that it was made with
 * @param legalDate the day whose law applies
 * @param decidedAt the moment it was made, in New Zealand's time
 * @param subject whether the standard applies to the vehicle; absent where undecided
 * @param vehicleType A (passenger) or B (commercial)
 * @param target the vehicle's target
 * @param co2 the vehicle's CO2 value as supplied
 * @param difference target less CO2 in g/km: positive earns credits, negative owes a charge
 * @param charge what the vehicle owes
 * @param credits what the vehicle earns, in g/km
 * @param acceptance what becomes of the vehicle in its account
 * @param certification whether entry certification may go on
 * @param assumptions what the decision says on the strength of assumed rows alone
 * @param explanation why, in the order of reasoning
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Decision")
public record DecisionResponse(
    @Nullable @Schema(example = "01JQ8YV6F2M8N9T5R4K3H7W2XA") String id,
    @Schema(example = "sha256:2f1c…") String policyVersion,
    @Schema(example = "2026-03-02", format = "date") String legalDate,
    @Schema(example = "2026-03-02T10:15:30.123+13:00", format = "date-time") String decidedAt,
    @Nullable Boolean subject,
    @Nullable @Schema(example = "A") String vehicleType,
    @Nullable TargetFacts target,
    @Nullable Co2Facts co2,
    @Nullable @Schema(example = "-41.4") String difference,
    @Nullable ChargeFacts charge,
    @Nullable @Schema(example = "0") String credits,
    AcceptanceFacts acceptance,
    CertificationFacts certification,
    List<Assumption> assumptions,
    List<Step> explanation) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
  private static final int CENTS_DECIMALS = 2;

  /** A logged decision. */
  public static DecisionResponse from(LoggedDecision logged) {
    return from(logged.decision(), logged.decidedAt(), logged.id().value());
  }

  /** A decision that is not logged. */
  public static DecisionResponse from(Decision decision, Instant decidedAt) {
    return from(decision, decidedAt, null);
  }

  private static DecisionResponse from(Decision decision, Instant decidedAt, @Nullable String id) {
    Outcome outcome = decision.outcome();
    var said = Said.by(outcome, decision);
    var steps = new ArrayList<Step>(decision.explanation().steps().size());
    var assumptions = new ArrayList<Assumption>(0);
    for (Explanation.Step step : decision.explanation().steps()) {
      Row row = step.row().map(Row::from).orElse(null);
      steps.add(new Step(step.says(), step.rule(), row));
    }
    for (Explanation.Step step : decision.explanation().assumptions()) {
      step.row().ifPresent(row -> assumptions.add(new Assumption(step.says(), Row.from(row))));
    }
    return new DecisionResponse(
        id,
        decision.policyVersion().name(),
        decision.question().legalDate().toString(),
        MOMENT.format(NewZealand.at(decidedAt)),
        said.subject(),
        said.vehicleType(),
        said.target(),
        said.co2(),
        said.difference(),
        said.charge(),
        said.credits(),
        AcceptanceFacts.from(said.acceptance(), outcome.reasons()),
        CertificationFacts.from(outcome.certification()),
        assumptions,
        steps);
  }

  /**
   * What only an assessed vehicle has, and the word for the outcome.
   *
   * <p>One value for each outcome keeps the switch over outcomes in one place.
   */
  private record Said(
      String acceptance,
      @Nullable Boolean subject,
      @Nullable String vehicleType,
      @Nullable TargetFacts target,
      @Nullable Co2Facts co2,
      @Nullable String difference,
      @Nullable ChargeFacts charge,
      @Nullable String credits) {

    static Said by(Outcome outcome, Decision decision) {
      return switch (outcome) {
        case Outcome.NotSubject _ ->
            new Said(outcome.name(), false, null, null, null, null, null, null);
        case Outcome.Undecided _ ->
            new Said(outcome.name(), null, null, null, null, null, null, null);
        case Outcome.Assessed assessed -> {
          Assessment assessment = assessed.assessment();
          yield new Said(
              outcome.name(),
              true,
              assessment.vehicleType(),
              TargetFacts.from(assessment.target()),
              Co2Facts.from(decision),
              assessment.difference().toString(),
              ChargeFacts.from(assessment.charge()),
              assessment.credits().toString());
        }
      };
    }
  }

  /**
   * A vehicle's target and how it came about.
   *
   * @param gramsPerKm the target, rounded as the policy states
   * @param unrounded the target before rounding
   * @param annualTarget what the year's vehicles of the type start from
   * @param slope grams per kilometre for each kilogram
   * @param meanWeightKg the tare weight at which the annual target holds
   * @param effectiveTareKg the tare weight between the floor and the ceiling
   */
  @Serdeable
  @Schema(name = "Target")
  public record TargetFacts(
      @Schema(example = "108.6") String gramsPerKm,
      @Schema(example = "108.6174") String unrounded,
      String annualTarget,
      String slope,
      long meanWeightKg,
      @Schema(example = "1500") long effectiveTareKg) {

    static TargetFacts from(Outcome.Target target) {
      return new TargetFacts(
          target.rounded().toString(),
          target.unrounded().toString(),
          target.annualTarget().toString(),
          target.slope().toPlainString(),
          target.meanWeightKilograms(),
          target.effectiveTareKilograms());
    }
  }

  /**
   * A CO2 value as supplied.
   *
   * @param gramsPerKm grams per kilometre
   * @param testCycle the procedure that it was measured with
   */
  @Serdeable
  @Schema(name = "Co2")
  public record Co2Facts(@Schema(example = "150") String gramsPerKm, TestCycle testCycle) {

    static @Nullable Co2Facts from(Decision decision) {
      return decision
          .question()
          .vehicle()
          .co2()
          .map(co2 -> new Co2Facts(co2.emission().toString(), co2.testCycle()))
          .orElse(null);
    }
  }

  /**
   * What a vehicle owes.
   *
   * @param amount the charge in dollars and cents
   * @param currency always NZD
   * @param ratePerGram dollars for each gram above target; absent where nothing is owed
   * @param due when it is owed, ON_ACCEPTANCE or ANNUAL; absent where nothing is owed
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Charge")
  public record ChargeFacts(
      @Schema(example = "248.40") String amount,
      @Schema(example = "NZD") String currency,
      @Nullable String ratePerGram,
      @Nullable @Schema(example = "ON_ACCEPTANCE") String due) {

    static ChargeFacts from(Outcome.Charge charge) {
      if (charge.amount().cents() == 0) {
        return new ChargeFacts(charge.amount().toString(), "NZD", null, null);
      }
      return new ChargeFacts(
          charge.amount().toString(),
          "NZD",
          charge.rate().map(ChargeFacts::dollars).orElse(null),
          charge.whenDue().orElse(null));
    }

    /** Dollars with two decimals; a part of a cent is shown, never rounded away. */
    private static String dollars(BigDecimal rate) {
      return rate.setScale(Math.max(CENTS_DECIMALS, rate.scale()), RoundingMode.UNNECESSARY)
          .toPlainString();
    }
  }

  /**
   * What becomes of the vehicle in its account.
   *
   * @param outcome AUTO_ACCEPT, AWAIT_ACCEPTANCE, REFUSE, NOT_SUBJECT or UNDECIDED
   * @param reasons the grounds
   */
  @Serdeable
  @Schema(name = "Acceptance")
  public record AcceptanceFacts(
      @Schema(
              type = "string",
              example = "AWAIT_ACCEPTANCE",
              allowableValues = {
                "AUTO_ACCEPT",
                "AWAIT_ACCEPTANCE",
                "REFUSE",
                "NOT_SUBJECT",
                "UNDECIDED"
              })
          String outcome,
      List<Ground> reasons) {

    static AcceptanceFacts from(String outcome, List<Outcome.Reason> reasons) {
      return new AcceptanceFacts(
          outcome,
          reasons.stream().map(reason -> new Ground(reason.code(), reason.says())).toList());
    }
  }

  /**
   * A ground of a decision.
   *
   * @param code its stable name
   * @param says the ground in a sentence
   */
  @Serdeable
  @Schema(name = "Reason")
  public record Ground(@Schema(example = "above-target") String code, String says) {}

  /**
   * Whether entry certification may go on.
   *
   * @param mayProceed whether it may
   * @param because why, or why not
   */
  @Serdeable
  @Schema(name = "Certification")
  public record CertificationFacts(
      @Schema(example = "false") boolean mayProceed,
      @Schema(example = "not accepted yet") String because) {

    static CertificationFacts from(Outcome.Certification certification) {
      return new CertificationFacts(certification.mayProceed(), certification.because());
    }
  }

  /**
   * A step of the reasoning that rests on an assumed row.
   *
   * @param says the sentence, with the numbers in it
   * @param row the assumed row
   */
  @Serdeable
  @Schema(name = "Assumption")
  public record Assumption(String says, Row row) {}

  /**
   * A step of the reasoning.
   *
   * @param says the sentence, with the numbers in it
   * @param rule the table's id, or the rule set and rule, that it comes from
   * @param row the row of the table that it rests on, if it rests on one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Step")
  public record Step(
      String says, @Schema(example = "annual-targets") String rule, @Nullable Row row) {}

  /**
   * A row of a decision table, so that a reader finds it again.
   *
   * @param workbook its file
   * @param sheet its sheet
   * @param cells its cells
   * @param source the Act, regulation or paper that it rests on
   * @param standing how firmly it stands: enacted, published, reported or assumed
   * @param note what a reader should know; absent where there is nothing
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Row")
  public record Row(
      @Schema(example = "annual-targets.xlsx") String workbook,
      @Schema(example = "Annual targets") String sheet,
      @Schema(example = "A12:F12") String cells,
      @Schema(example = "SL 2022/285 as amended by 2024/184") String source,
      @Schema(example = "reported") String standing,
      @Nullable String note) {

    static Row from(Explanation.RowUsed row) {
      return new Row(
          row.workbook(),
          row.sheet(),
          row.cells(),
          row.source(),
          row.standing(),
          row.note().isEmpty() ? null : row.note());
    }
  }
}
