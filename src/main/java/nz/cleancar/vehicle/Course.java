package nz.cleancar.vehicle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nz.cleancar.account.Account;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Acceptance;
import nz.cleancar.decision.Outcome.Assessed;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.vehicle.Circumstances.Setters;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.LateCorrection.Late;
import nz.cleancar.vehicle.VehicleRecord.Assigned;
import nz.cleancar.vehicle.VehicleRecord.Decided;

/**
 * The course of a vehicle's record: what follows for it from all that the feeds said. Revisions are
 * decided one after the other from the one that its completion rests on, so that the order in which
 * messages came makes no difference. Pure but for the folder.
 */
final class Course {

  private static final int LONGEST_REASON = 1_000;

  private static final Reason NAMED_TOO_EARLY =
      new Reason(
          "named-before-opening",
          "The account's number was named before the account was opened, so it does not accept the"
              + " vehicle by itself: accept it if it is yours, or dispute it.");

  static final Reason WAITS_FOR_CORRECTION =
      new Reason(
          "waits-for-correction",
          "Its record was found wrong: it waits for the register's correction, and is decided again"
              + " then.");

  private final Circumstances now;
  private final Map<ModelCode, List<ModelAssigned>> models;

  Course(Circumstances now, Map<ModelCode, List<ModelAssigned>> models) {
    this.now = now;
    this.models = models;
  }

  /** How far a record came. */
  sealed interface Turn {

    /** As far as it goes. */
    record Rests() implements Turn {}

    /** To something that the circumstances lack. */
    record Lacks() implements Turn {}

    /** Its account takes it by itself, if the ledger can. */
    record Takes(Account account, LoggedDecision decision, Assessment assessment) implements Turn {}
  }

  /** Takes the record as far as it goes. */
  Turn run(Folder folder) {
    Told told = Told.of(folder.marks(), folder.messages(), models);
    know(folder, told);
    Told before = Told.of(folder.marks(), folder.considered(), models);
    folder.consider();
    return switch (folder.record().step()) {
      case ENTERED, READY -> {
        forget(folder, before, told);
        yield proceed(folder, told);
      }
      case ACCEPTED -> {
        noteTooLate(folder, told);
        Completions.late(folder.record(), before, told, now).forEach(folder.tooLate()::add);
        yield new Turn.Rests();
      }
      case DISPUTED, REJECTED -> {
        forget(folder, before, told);
        yield new Turn.Rests();
      }
    };
  }

  /** The account took it: it is accepted, and corrections that wait come too late. */
  void accepted(Folder folder, String says) {
    VehicleRecord record = folder.record();
    folder.record(record.acceptedOn(now.today(), new Reason("accepted", says)));
    folder.note(VehicleEvent.Kind.ACCEPTED, says, record.decided().orElseThrow().decision());
    noteTooLate(folder, Told.of(folder.marks(), folder.messages(), models));
  }

  private static void noteTooLate(Folder folder, Told told) {
    int accepted = folder.record().decided().orElseThrow().revision();
    for (Registered correction : told.revisions().tailMap(accepted, false).values()) {
      folder
          .tooLate()
          .add(new Late(Late.Kind.REGISTER, correction.revision(), correction.origin()));
    }
  }

  /** Has what was decided forgotten where the messages that came since have it rest on another. */
  private void forget(Folder folder, Told before, Told told) {
    boolean stands =
        folder
            .record()
            .decided()
            .map(last -> Completions.stands(last, folder.record(), before, told, now))
            .orElse(true);
    if (!stands) {
      folder.record(folder.record().undecided());
    }
  }

  private void know(Folder folder, Told told) {
    VehicleRecord record = folder.record();
    Assigned before = record.assigned();
    AccountNumber account =
        record.step() == Step.ACCEPTED
            ? before.account()
            : Optional.ofNullable(before.movedTo())
                .or(() -> told.account(Completions.counting(told, now), before.left()))
                .orElse(null);
    boolean wasLeft = account != null && before.left().contains(account);
    if (record.step() == Step.REJECTED && (account == null || wasLeft)) {
      account = before.account();
    } else if (record.step() == Step.REJECTED) {
      record = record.at(Step.ENTERED, record.because());
    } else if (record.isOpen() && wasLeft) {
      record = record.at(Step.REJECTED, rejected("account " + account + " rejected it before."));
    }
    folder.record(record.is(told.identity(), before.to(account, told.model())));
    if (account != null && !account.equals(before.account())) {
      folder.note(VehicleEvent.Kind.ASSIGNED, "Assigned to account " + account + ".");
    }
  }

  static Reason rejected(String says) {
    return new Reason(
        "rejected", cut("It left the account, and goes on once another is named for it: " + says));
  }

  private Turn proceed(Folder folder, Told told) {
    Optional<AccountNumber> number = folder.record().account();
    if (number.isEmpty()) {
      return waits(folder, "waits-for-account", "It waits for the number of a CO2 account.");
    }
    if (!now.exists(number.get())) {
      return waits(folder, "unknown-account", unknown(number.get()));
    }
    List<Completion> differing = Completions.differing(told, folder.record().assigned(), now);
    if (!differing.isEmpty()) {
      folder.record(folder.record().undecided());
      return waits(folder, "completions-differ", cut(Completions.difference(differing)));
    }
    Optional<Decided> last = folder.record().decided();
    if (last.isPresent()) {
      boolean isItsAccounts = last.get().account().equals(number.get());
      int next = last.get().revision() + (isItsAccounts ? 1 : 0);
      return decideFrom(next, folder, told, number.get());
    }
    return told.completions().isEmpty()
        ? waits(folder, "waits-for-completion", waitsForCompletion(told))
        : begin(folder, told, number.get());
  }

  /** Decides from the revision that comes first; where there is none, it says what is awaited. */
  private Turn begin(Folder folder, Told told, AccountNumber account) {
    OptionalInt first = Completions.first(told, account, now);
    if (first.isPresent()) {
      return decideFrom(first.getAsInt(), folder, told, account);
    }
    for (Completion completion : told.completions()) {
      if (!told.revisions().containsKey(completion.registerRevision())) {
        return waits(
            folder,
            "waits-for-register",
            "It waits for revision %d of the register's record."
                .formatted(completion.registerRevision()));
      }
    }
    Completion complete = told.completions().getFirst();
    return waitsForCompletion(
        folder, told.revisions().tailMap(complete.registerRevision()).values().iterator().next());
  }

  /** Decides the revisions from this one, as far as they came without a gap. */
  private Turn decideFrom(int revision, Folder folder, Told told, AccountNumber number) {
    for (int next = revision; told.revisions().containsKey(next); next++) {
      Registered registered = told.revisions().get(next);
      Optional<Completion> completion = Completions.completed(registered, told, number, now);
      if (completion.isEmpty()) {
        return waitsForCompletion(folder, registered);
      }
      if (!now.holds(number)) {
        return new Turn.Lacks();
      }
      Account account = now.account(number).orElseThrow();
      Optional<LoggedDecision> decision =
          now.decision(question(registered, completion.get(), account, now));
      if (decision.isEmpty()) {
        return new Turn.Lacks();
      }
      decided(folder, decision.get(), next);
      if (decision.get().decision().outcome()
              instanceof Assessed(Assessment assessment, Acceptance acceptance, var _, var _)
          && acceptance == Acceptance.AUTO_ACCEPT) {
        boolean waits = folder.record().assigned().awaitedRevision() > next;
        if (!waits && !wasNamedTooEarly(folder, told, number)) {
          return new Turn.Takes(account, decision.get(), assessment);
        }
        folder.record(
            folder.record().at(Step.READY, waits ? WAITS_FOR_CORRECTION : NAMED_TOO_EARLY));
      }
    }
    return new Turn.Rests();
  }

  /**
   * A number is allocated at the opening: whoever named it before is likely to have meant another,
   * whatever is said again after it. What the agency moved there belongs there.
   */
  private static boolean wasNamedTooEarly(Folder folder, Told told, AccountNumber number) {
    return told.namedEarly().contains(number)
        && !number.equals(folder.record().assigned().movedTo());
  }

  /** The revision of the register's record that its holder sees; 0 where none came. */
  static int shownRevision(Folder folder) {
    return folder
        .record()
        .decided()
        .map(Decided::revision)
        .orElseGet(
            () ->
                folder.messages().stream()
                    .filter(Registered.class::isInstance)
                    .mapToInt(message -> ((Registered) message).revision())
                    .max()
                    .orElse(0));
  }

  /** What would be asked today of the revision that was decided last, where one was. */
  Optional<Question> again(Folder folder, Account account) {
    Told told = Told.of(folder.marks(), folder.messages(), models);
    return folder
        .record()
        .decided()
        .flatMap(last -> Optional.ofNullable(told.revisions().get(last.revision())))
        .flatMap(
            registered ->
                Completions.completed(registered, told, account.number(), now)
                    .map(completion -> question(registered, completion, account, now)));
  }

  /** What is asked of a vehicle whose completion rests on this record of the register's. */
  static Question question(
      Registered registered, Completion completion, Account account, Circumstances now) {
    return new Question(
        registered.specification().vehicle(completion.vin()),
        account.factsOn(now.today()),
        new LegalDate(completion.completedOn()));
  }

  /** Notes the decision in the folder. */
  static void decided(Folder folder, LoggedDecision decision, int revision) {
    VehicleRecord record = folder.record();
    Decided decided = decided(decision, revision);
    folder.record(record.decided(decided, because(decision)));
    folder.note(
        VehicleEvent.Kind.DECIDED,
        "Revision %d was decided by the law of %s: %s."
            .formatted(revision, decided.legalDate(), decided.outcome()),
        decision.id());
  }

  private static Decided decided(LoggedDecision logged, int revision) {
    Question question = logged.decision().question();
    Outcome outcome = logged.decision().outcome();
    Money charge = Money.ZERO;
    Grams credits = Grams.ZERO;
    if (outcome instanceof Assessed(Assessment assessment, var _, var _, var _)) {
      charge = assessment.charge().amount();
      credits = assessment.credits();
    }
    return new Decided(
        logged.id(),
        revision,
        question.account().number(),
        question.legalDate(),
        outcome.name(),
        charge,
        credits);
  }

  private static Reason because(LoggedDecision logged) {
    List<Reason> reasons = logged.decision().outcome().reasons();
    String says = reasons.stream().map(Reason::says).collect(Collectors.joining(" "));
    String code = reasons.isEmpty() ? "decided" : reasons.getFirst().code();
    return new Reason(code, cut(says.isEmpty() ? "It was decided." : says));
  }

  /** A sentence no longer than a record keeps. */
  static String cut(String says) {
    if (says.length() <= LONGEST_REASON) {
      return says;
    }
    int end = LONGEST_REASON - 1;
    return says.substring(0, Character.isHighSurrogate(says.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private Turn waitsForCompletion(Folder folder, Registered registered) {
    VehicleCondition condition = registered.specification().condition();
    Setters setters = now.setters(condition);
    if (!setters.unsaid().isEmpty()) {
      Reason why = setters.unsaid().getFirst();
      return waits(folder, why.code(), why.says());
    }
    if (setters.kinds().isEmpty()) {
      return waits(
          folder,
          "no-legal-date",
          "The policy says of no completion that it sets the legal date of a vehicle that is %s."
              .formatted(condition));
    }
    return waits(
        folder,
        "waits-for-completion",
        "It waits for its %s, which sets the legal date of a vehicle that is %s."
            .formatted(
                setters.kinds().stream()
                    .map(Completion.Kind::words)
                    .collect(Collectors.joining(" or its ")),
                condition));
  }

  private static String waitsForCompletion(Told told) {
    return told.revisions().isEmpty()
        ? "It waits for the register's record, and for its inspection or certification."
        : "It waits until its inspection or certification is complete.";
  }

  private static String unknown(AccountNumber number) {
    return "There is no CO2 account %s; the record waits until it is opened, or another is named."
        .formatted(number);
  }

  private static Turn waits(Folder folder, String code, String says) {
    folder.record(folder.record().at(Step.ENTERED, new Reason(code, says)));
    return new Turn.Rests();
  }
}
