package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Acceptance;
import nz.cleancar.decision.Outcome.Assessed;
import nz.cleancar.decision.Outcome.NotSubject;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Outcome.Undecided;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * What a certifier asks: may the vehicle go on to registration, or to its warrant or certificate of
 * fitness. It may once its account accepted it, or where the standard does not apply to it.
 */
@Singleton
public final class Certification {

  private final VehicleBook book;
  private final AccountBook accounts;
  private final AccountRules rules;
  private final Deciding deciding;
  private final NewZealand clock;

  Certification(
      VehicleBook book,
      AccountBook accounts,
      AccountRules rules,
      Deciding deciding,
      NewZealand clock) {
    this.book = book;
    this.accounts = accounts;
    this.rules = rules;
    this.deciding = deciding;
    this.clock = clock;
  }

  /**
   * Whether a vehicle may go on today.
   *
   * @param mayProceed whether it may
   * @param because why, or why not
   * @param identity what the vehicle is called
   * @param step how far its record is
   * @param inAccount the account that it is in, where it is in one
   */
  public record Answer(
      boolean mayProceed,
      Reason because,
      Identity identity,
      Step step,
      @Nullable AccountNumber inAccount) {

    /** The account that it is in, where it is in one. */
    public Optional<AccountNumber> account() {
      return Optional.ofNullable(inAccount);
    }
  }

  /** What one is told. */
  private record Told(boolean mayProceed, Reason because) {

    static Told no(Reason because) {
      return new Told(false, because);
    }
  }

  /**
   * Whether the vehicle may go on, with what holds of its account today; nothing is kept.
   *
   * @return empty where nothing is known of such a vehicle
   */
  public Optional<Answer> ask(Mark mark) {
    return book.find(mark)
        .map(
            record -> {
              Told told = told(record);
              return new Answer(
                  told.mayProceed(),
                  told.because(),
                  record.identity(),
                  record.step(),
                  record.account().orElse(null));
            });
  }

  private Told told(VehicleRecord record) {
    return switch (record.step()) {
      case ACCEPTED ->
          new Told(
              true,
              new Reason(
                  "accepted",
                  "Its account accepted it on %s."
                      .formatted(record.acceptedOn().map(LocalDate::toString).orElseThrow())));
      case REJECTED -> Told.no(record.because());
      case ENTERED, READY, DISPUTED ->
          record
              .account()
              .flatMap(accounts::find)
              .map(account -> open(record, account))
              .orElseGet(() -> Told.no(record.because()));
    };
  }

  private Told open(VehicleRecord record, Account account) {
    Optional<Outcome> outcome = today(record, account);
    if (outcome.isPresent() && outcome.get() instanceof NotSubject notSubject) {
      return new Told(
          notSubject.certification().mayProceed(),
          new Reason("not-subject", notSubject.certification().because()));
    }
    return rules
        .allows(account, Operation.ACCEPT_VEHICLE, clock.today())
        .map(refusal -> Told.no(new Reason(refusal.code(), refusal.says())))
        .or(
            () ->
                outcome
                    .filter(_ -> record.step() == Step.READY)
                    .map(decided -> Told.no(because(record, decided))))
        .orElseGet(() -> Told.no(record.because()));
  }

  private static Reason because(VehicleRecord record, Outcome outcome) {
    return switch (outcome) {
      case Assessed(var _, Acceptance acceptance, List<Reason> reasons, var certification) ->
          acceptance == Acceptance.AUTO_ACCEPT
              ? record.because()
              : new Reason(
                  reasons.isEmpty() ? "not-accepted" : reasons.getFirst().code(),
                  certification.because());
      case NotSubject(List<Reason> _, var certification) ->
          new Reason("not-subject", certification.because());
      case Undecided(List<Reason> _, var certification) ->
          new Reason("undecided", certification.because());
    };
  }

  /** What the policy decides of it today, where it was decided before. */
  private Optional<Outcome> today(VehicleRecord record, Account account) {
    if (record.decided().isEmpty()) {
      return Optional.empty();
    }
    List<VehicleFile> files = book.files(List.of(record.id()));
    var filing =
        new Filing(() -> record.id().value(), Map.of(), files, book.models(Feeds.models(files)));
    var course = new Course(deciding.looking(), filing.models());
    return filing.folders().stream()
        .flatMap(folder -> course.again(folder, account).stream())
        .map(deciding::whatIf)
        .findFirst();
  }
}
