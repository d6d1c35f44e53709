package nz.cleancar.impact;

import java.time.Instant;
import java.util.List;
import nz.cleancar.decision.CountingDecisionIds;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.Explanation;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Certification;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;

/**
 * Logs questions about a car of 1,500 kg on 2 March 2026, whose target is 108.6 g/km. What was
 * decided then is made up: it must not matter.
 */
final class LoggedQuestions {

  private static final Instant MOMENT = Instant.parse("2026-03-01T21:15:30.123Z");
  private static final PolicyVersion SOME_POLICY = new PolicyVersion("sha256:" + "7b".repeat(32));

  private final DecisionLog log;
  private final CountingDecisionIds ids = new CountingDecisionIds();

  LoggedQuestions(DecisionLog log) {
    this.log = log;
  }

  DecisionId keep(VehicleCondition condition, Scheme scheme, String grams) {
    var vehicle =
        new Vehicle(
            new Vin("7AT0H65MX26000017"),
            new VehicleClass("MA"),
            condition,
            1500,
            1950,
            new Co2(Grams.of(grams), TestCycle.WLTP_3P),
            null,
            List.of());
    var account =
        new AccountFacts(
            new AccountNumber("CO2-100001"),
            condition,
            scheme,
            AccountStatus.ACTIVE,
            new AutoAccept(true, false));
    var decision =
        new Decision(
            SOME_POLICY,
            new Question(vehicle, account, LegalDate.of("2026-03-02")),
            new Outcome.Undecided(List.of(), new Certification(false, "made up")),
            new Explanation(List.of()));
    var id = ids.next(MOMENT);
    log.append(new LoggedDecision(id, MOMENT, decision), new Idempotency.None())
        .toCompletableFuture()
        .join();
    return id;
  }
}
