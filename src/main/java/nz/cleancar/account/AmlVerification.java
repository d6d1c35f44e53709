package nz.cleancar.account;

import jakarta.inject.Singleton;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountWork.Needed;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;

/** Verifies accounts under the AML/CFT Act 2009, on application. */
@Singleton
public final class AmlVerification {

  private static final Needed NEEDED = new Needed(Permission.EDIT_DETAILS, Operation.VERIFY);

  private final AccountWork accounts;
  private final AmlApplications applications;
  private final UniqueIds ids;
  private final NewZealand clock;

  AmlVerification(
      AccountWork accounts, AmlApplications applications, UniqueIds ids, NewZealand clock) {
    this.accounts = accounts;
    this.applications = applications;
    this.ids = ids;
    this.clock = clock;
  }

  /** Applies for verification. */
  public Attempt<AmlApplication> apply(Person person, AccountNumber number) {
    return accounts.change(
        person,
        number,
        NEEDED,
        account -> {
          if (account.verified().isPresent()) {
            return Attempt.refused(Refusal.refused("already-verified", "The account is verified."));
          }
          if (applications.open(number).isPresent()) {
            return Attempt.refused(
                Refusal.refused(
                    "application-pending",
                    "The agency has not answered the account's last application yet."));
          }
          var application =
              new AmlApplication(
                  ids.next(clock.now()), number, accounts.today(), person.name(), null);
          applications.add(application);
          accounts.tell(account, new Done(What.VERIFICATION_APPLIED_FOR, "", person.name(), ""));
          return Attempt.done(application);
        });
  }

  /** Verifies the account that applied, or declines to. */
  public Attempt<AmlApplication> answer(
      Person agency, AccountNumber number, boolean verified, String reason) {
    return accounts.changeByAgency(
        agency,
        number,
        account ->
            accounts
                .rules()
                .allowing(account, Operation.VERIFY, accounts.today())
                .then(
                    _ ->
                        applications
                            .open(number)
                            .map(
                                application ->
                                    Attempt.done(
                                        answered(account, application, agency, verified, reason)))
                            .orElseGet(AmlVerification::nothingPending)));
  }

  private AmlApplication answered(
      Account account, AmlApplication application, Person agency, boolean verified, String reason) {
    var today = accounts.today();
    var answered =
        application.answered(new AmlApplication.Answer(verified, today, agency.name(), reason));
    applications.answer(answered);
    accounts.keep(
        verified ? account.verifiedOn(today) : account,
        new Done(verified ? What.VERIFIED : What.VERIFICATION_DECLINED, "", agency.name(), reason));
    return answered;
  }

  private static Attempt<AmlApplication> nothingPending() {
    return Attempt.refused(
        Refusal.refused(
            "no-application", "The account has not applied for verification, or was answered."));
  }
}
