package nz.cleancar.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.decision.Explanation.RowUsed;
import nz.cleancar.decision.Explanation.Step;
import nz.cleancar.decision.Outcome.Acceptance;
import nz.cleancar.decision.Outcome.Assessed;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.Certification;
import nz.cleancar.decision.Outcome.Charge;
import nz.cleancar.decision.Outcome.NotSubject;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Outcome.Target;
import nz.cleancar.decision.Outcome.Undecided;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;

/** Decisions to log, one of each kind; what they say is made up. */
public final class SampleDecisions {

  public static final PolicyVersion VERSION = new PolicyVersion("sha256:" + "5a".repeat(32));

  private static final Instant DECIDED_AT = Instant.parse("2026-03-01T21:15:30.123Z");

  private SampleDecisions() {}

  /** A decision with this id about a vehicle above its target. */
  public static LoggedDecision charged(DecisionId id) {
    return new LoggedDecision(
        id,
        DECIDED_AT,
        new Decision(VERSION, question(), chargedOutcome(), explanation("Owes NZD 248.40.")));
  }

  /** One decision of each kind, and at the edges of what can be said. */
  public static Stream<Decision> ofEachKind() {
    return Stream.of(
        new Decision(VERSION, question(), chargedOutcome(), explanation("Owes NZD 248.40.")),
        new Decision(VERSION, question(), creditedOutcome(), explanation("Earns 8.6 g/km.")),
        new Decision(
            VERSION,
            bareQuestion(),
            new NotSubject(
                List.of(new Reason("military", "It is “Tāne’s” tank 🛡.\n\t\u0001\u2028")),
                new Certification(true, "the standard does not apply")),
            explanation("")),
        new Decision(
            VERSION,
            bareQuestion(),
            new Undecided(List.of(), new Certification(false, "")),
            new Explanation(List.of())));
  }

  private static Outcome chargedOutcome() {
    return new Assessed(
        new Assessment(
            "A",
            target(),
            Grams.of("150"),
            Grams.of("-41.4"),
            new Charge(Money.of(new BigDecimal("248.40")), new BigDecimal("6.00"), "ON_ACCEPTANCE"),
            Grams.ZERO),
        Acceptance.AWAIT_ACCEPTANCE,
        List.of(new Reason("above-target", "The vehicle is 41.4 g/km above its target.")),
        new Certification(false, "not accepted yet"));
  }

  private static Outcome creditedOutcome() {
    return new Assessed(
        new Assessment(
            "B", target(), Grams.of("1E+2"), Grams.of("8.6"), Charge.none(), Grams.of("8.6")),
        Acceptance.AUTO_ACCEPT,
        List.of(),
        new Certification(true, "accepted"));
  }

  private static Target target() {
    return new Target(
        Grams.of("108.6"),
        Grams.of("108.6174"),
        Grams.of("108"),
        new BigDecimal("0.03430"),
        1482,
        1500);
  }

  private static Explanation explanation(String says) {
    return new Explanation(
        List.of(
            new Step(
                "A 2026 type A vehicle starts from an annual target of 108 g/km.",
                "annual-targets",
                new RowUsed(
                    "annual-targets.xlsx",
                    "Annual targets",
                    "A12:F12",
                    "SL 2022/285 as amended by 2024/184",
                    "assumed",
                    "")),
            new Step(says, "vehicle-assessment/charge", null)));
  }

  private static Question question() {
    return new Question(
        new Vehicle(
            new Vin("7AT0H65MX26000017"),
            new VehicleClass("MA"),
            VehicleCondition.USED,
            1500,
            1950,
            new Co2(Grams.of("150"), TestCycle.WLTP_3P),
            LocalDate.parse("2019-06-01"),
            List.of("MOTORSPORT", "DISABILITY")),
        account(),
        LegalDate.of("2026-03-02"));
  }

  private static Question bareQuestion() {
    return new Question(
        new Vehicle(
            new Vin("7AT0H65MX26000017"),
            new VehicleClass("MA"),
            VehicleCondition.NEW,
            1,
            Integer.MAX_VALUE,
            null,
            null,
            List.of()),
        account(),
        LegalDate.of("2026-12-31"));
  }

  private static AccountFacts account() {
    return new AccountFacts(
        new AccountNumber("CO2-100001"),
        VehicleCondition.USED,
        Scheme.PAYG,
        AccountStatus.ACTIVE,
        new AutoAccept(true, false));
  }
}
