package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountWork.Needed;
import nz.cleancar.account.FleetApplication.Answer;
import nz.cleancar.account.FleetApplication.Answer.Approved;
import nz.cleancar.account.FleetApplication.Answer.Declined;
import nz.cleancar.account.FleetApplication.Declarations;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Scheme;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;

/** Moves accounts to fleet average by approved application, and back to pay as you go. */
@Singleton
public final class FleetAverage {

  private static final Needed NEEDED =
      new Needed(Permission.EDIT_DETAILS, Operation.APPLY_FOR_FLEET_AVERAGE);

  private final AccountWork accounts;
  private final FleetApplications applications;
  private final UniqueIds ids;
  private final NewZealand clock;

  FleetAverage(
      AccountWork accounts, FleetApplications applications, UniqueIds ids, NewZealand clock) {
    this.accounts = accounts;
    this.applications = applications;
    this.ids = ids;
    this.clock = clock;
  }

  /** Which application of which account. */
  public record Asked(AccountNumber account, String id) {}

  /** Applies for fleet average. */
  public Attempt<FleetApplication> apply(
      Person person, AccountNumber number, Declarations declared) {
    return accounts.change(
        person,
        number,
        NEEDED,
        account -> {
          if (account.schemes().getLast().scheme() == Scheme.FLEET_AVERAGE) {
            return Attempt.refused(
                Refusal.refused(
                    "already-fleet-average",
                    "The account is in fleet average, or will be: there is nothing to apply for."));
          }
          if (applications.open(number).isPresent()) {
            return Attempt.refused(
                Refusal.refused(
                    "application-pending",
                    "The agency has not answered the account's last application yet."));
          }
          var application =
              new FleetApplication(
                  ids.next(clock.now()), number, declared, accounts.today(), person.name(), null);
          applications.add(application);
          accounts.tell(account, new Done(What.FLEET_AVERAGE_APPLIED_FOR, "", person.name(), ""));
          return Attempt.done(application);
        });
  }

  /** Approves an application: the account is in fleet average from the day, today or later. */
  public Attempt<FleetApplication> approve(
      Person agency, Asked asked, LocalDate from, String reason) {
    return answer(
        agency,
        asked,
        (account, application) ->
            notBeforeToday(from)
                .map(Attempt::<FleetApplication>refused)
                .orElseGet(
                    () ->
                        accounts
                            .rules()
                            .allowing(account, Operation.APPLY_FOR_FLEET_AVERAGE, accounts.today())
                            .map(_ -> approved(agency, account, application, from, reason))));
  }

  private FleetApplication approved(
      Person agency, Account account, FleetApplication application, LocalDate from, String reason) {
    accounts.keep(
        account.with(new SchemeFrom(Scheme.FLEET_AVERAGE, from)),
        new Done(What.FLEET_AVERAGE_APPROVED, "From %s.".formatted(from), agency.name(), reason));
    return answered(application, new Approved(accounts.today(), agency.name(), reason, from));
  }

  /** Declines an application: the account stays as it is. */
  public Attempt<FleetApplication> decline(Person agency, Asked asked, String reason) {
    return answer(
        agency,
        asked,
        (account, application) -> {
          accounts.tell(account, new Done(What.FLEET_AVERAGE_DECLINED, "", agency.name(), reason));
          return Attempt.done(
              answered(application, new Declined(accounts.today(), agency.name(), reason)));
        });
  }

  /** Takes the approval back: the account pays as it goes from the day, today or later. */
  public Attempt<Account> revoke(
      Person agency, AccountNumber number, LocalDate from, String reason) {
    return accounts.changeByAgency(
        agency,
        number,
        account -> {
          Optional<Refusal> wrong =
              notBeforeToday(from)
                  .or(
                      () ->
                          accounts
                              .rules()
                              .allows(account, Operation.EDIT_DETAILS, accounts.today()));
          if (wrong.isPresent()) {
            return Attempt.refused(wrong.get());
          }
          if (account.schemeOn(from) != Scheme.FLEET_AVERAGE) {
            return Attempt.refused(
                Refusal.refused(
                    "not-fleet-average",
                    "On %s the account is not in fleet average.".formatted(from)));
          }
          return Attempt.done(
              accounts.keep(
                  account.with(new SchemeFrom(Scheme.PAYG, from)),
                  new Done(
                      What.FLEET_AVERAGE_REVOKED,
                      "Pay as you go from %s.".formatted(from),
                      agency.name(),
                      reason)));
        });
  }

  private Attempt<FleetApplication> answer(Person agency, Asked asked, Answering answering) {
    return accounts.changeByAgency(
        agency,
        asked.account(),
        account -> {
          Optional<FleetApplication> found =
              applications.of(asked.account()).stream()
                  .filter(each -> each.id().equals(asked.id()))
                  .findFirst();
          if (found.isEmpty()) {
            return Attempt.refused(
                Refusal.unknown(
                    "no-such-application",
                    "Account %s has no application %s.".formatted(asked.account(), asked.id())));
          }
          return found.get().answered().isPresent()
              ? Attempt.refused(
                  Refusal.refused(
                      "application-answered", "The agency has answered this application."))
              : answering.answer(account, found.get());
        });
  }

  private FleetApplication answered(FleetApplication application, Answer said) {
    FleetApplication answered = application.answered(said);
    applications.answer(answered);
    return answered;
  }

  private Optional<Refusal> notBeforeToday(LocalDate from) {
    return from.isBefore(accounts.today())
        ? Optional.of(
            Refusal.invalid(
                "first-day-past", "A scheme begins today or later, not on %s.".formatted(from)))
        : Optional.empty();
  }

  /** What is said to an open application. */
  private interface Answering {
    Attempt<FleetApplication> answer(Account account, FleetApplication application);
  }
}
