package nz.cleancar.vehicle;

import java.util.List;
import nz.cleancar.account.Account;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Acceptance;
import nz.cleancar.decision.Outcome.Assessed;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.NotSubject;
import nz.cleancar.decision.Outcome.Undecided;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Question;
import nz.cleancar.vehicle.VehicleRecord.Decided;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Whether an account may take a vehicle now that somebody accepts it. */
final class AcceptanceJudgement {

  private AcceptanceJudgement() {}

  /** What is said of one vehicle. */
  sealed interface Verdict {

    /** It may be taken. */
    record Takes(AcceptedVehicle vehicle) implements Verdict {}

    /** Another decision than the holder saw; it is kept, and nothing is taken. */
    record Anew(List<Refusal> why) implements Verdict {}

    /** It cannot be taken. */
    record Not(List<Refusal> why) implements Verdict {}
  }

  /** There is no such vehicle in the account. */
  static Refusal unknown(AccountNumber account, VehicleId vehicle) {
    return Refusal.unknown(
        "no-such-vehicle", "Account %s has no vehicle %s.".formatted(account, vehicle));
  }

  /** What is to be asked before the account takes it, if it is as far as that. */
  static Attempt<Question> asked(Folder folder, Account account, Course course) {
    VehicleRecord record = folder.record();
    if (!record.account().equals(java.util.Optional.of(account.number()))) {
      return Attempt.refused(unknown(account.number(), record.id()));
    }
    return switch (record.step()) {
      case ACCEPTED -> not("already-accepted", record, "it was accepted before");
      case DISPUTED ->
          not("disputed", record, "it is disputed, and accepted once that is resolved");
      case REJECTED -> not("rejected", record, "the agency took it out of the account");
      case ENTERED -> not("not-ready", record, "it is not ready. " + record.because().says());
      case READY ->
          course
              .again(folder, account)
              .filter(_ -> isDecided(record, account.number()))
              .map(Attempt::done)
              .orElseGet(() -> not("not-ready", record, "it waits for a decision"));
    };
  }

  private static boolean isDecided(VehicleRecord record, AccountNumber account) {
    return record
        .decided()
        .filter(last -> last.account().equals(account))
        .filter(last -> record.assigned().awaitedRevision() <= last.revision())
        .isPresent();
  }

  private static <T> Attempt<T> not(String code, VehicleRecord record, String because) {
    return Attempt.refused(
        Refusal.refused(
            code, "%s cannot be accepted: %s.".formatted(record.identity().mark(), because)));
  }

  /** What follows from what is decided today, where the holder saw what was decided last. */
  static Verdict of(VehicleRecord record, Question question, Outcome outcome) {
    Decided last = record.decided().orElseThrow();
    return switch (outcome) {
      case Assessed(Assessment assessment, Acceptance acceptance, var _, var _) -> {
        boolean isSame =
            assessment.charge().amount().equals(last.charge())
                && assessment.credits().compareTo(last.credits()) == 0;
        if (acceptance == Acceptance.REFUSE) {
          yield because(outcome, last);
        }
        yield isSame
            ? new Verdict.Takes(Taking.vehicle(record, question, assessment))
            : new Verdict.Anew(List.of(anew(record, assessment, last)));
      }
      case NotSubject _, Undecided _ -> because(outcome, last);
    };
  }

  private static Verdict because(Outcome outcome, Decided last) {
    List<Refusal> why =
        outcome.reasons().stream()
            .map(reason -> Refusal.refused(reason.code(), reason.says()))
            .toList();
    if (why.isEmpty()) {
      why =
          List.of(
              Refusal.refused("not-accepted", "It was decided that it is " + outcome.name() + "."));
    }
    return outcome.name().equals(last.outcome()) ? new Verdict.Not(why) : new Verdict.Anew(why);
  }

  private static Refusal anew(VehicleRecord record, Assessment assessment, Decided last) {
    return Refusal.refused(
        "decided-anew",
        "%s was decided anew for today's account: it %s, and it %s before. Accept it again if that is right."
            .formatted(
                record.identity().mark(),
                says(assessment.charge().amount(), assessment.credits()),
                says(last.charge(), last.credits())));
  }

  private static String says(Money charge, Grams credits) {
    return charge.equals(Money.ZERO)
        ? "earns %s credits".formatted(credits)
        : "owes $%s".formatted(charge);
  }
}
