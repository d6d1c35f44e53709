package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountWork.Needed;
import nz.cleancar.account.Holdings.Left;
import nz.cleancar.decision.Ruling;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.table.Value;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Closes accounts, at the holder's wish or at the agency's (Land Transport Act 1998, ss 190 and
 * 191): once nothing is owed either way, and with an explicit yes where credits go with it.
 */
@Singleton
public final class Closing {

  private static final Needed NEEDED = new Needed(Permission.EDIT_DETAILS, Operation.CLOSE);
  private static final String CLOSED = "The account was closed.";
  private static final String DELETES = "TRANSFER_OR_DELETE";

  private final AccountWork accounts;
  private final Holdings holdings;
  private final Rulings rulings;
  private final AmlApplications verifications;
  private final FleetApplications fleets;

  Closing(
      AccountWork accounts,
      Holdings holdings,
      Rulings rulings,
      AmlApplications verifications,
      FleetApplications fleets) {
    this.accounts = accounts;
    this.holdings = holdings;
    this.rulings = rulings;
    this.verifications = verifications;
    this.fleets = fleets;
  }

  /**
   * Closes an account today.
   *
   * @param deleteCredits whether credits that are left shall be deleted
   * @param reason why; only the agency must say so
   */
  public Attempt<Account> close(
      Person person, AccountNumber number, boolean deleteCredits, String reason) {
    Function<Account, Attempt<Account>> close =
        account -> closed(person, account, deleteCredits, reason);
    if (!person.isAgency()) {
      return accounts.change(person, number, NEEDED, close);
    }
    if (reason.isBlank()) {
      return Attempt.refused(
          Refusal.invalid("reason-needed", "The agency says why it closes an account."));
    }
    return accounts.changeByAgency(
        person,
        number,
        account ->
            accounts.rules().allowing(account, Operation.CLOSE, accounts.today()).then(close));
  }

  private Attempt<Account> closed(
      Person person, Account account, boolean deleteCredits, String reason) {
    Left left = holdings.left(account.number());
    boolean hasCredits = left.credits().compareTo(Grams.ZERO) > 0;
    Ruling ruling =
        rulings.on(
            "closing",
            Map.of(
                "chargesUnpaid",
                new Value.YesNo(left.owed().compareTo(Money.ZERO) > 0),
                "creditsLeft",
                new Value.YesNo(hasCredits)));
    boolean deletes = hasCredits && ruling.word("creditsOnClosing").equals(DELETES);
    List<Refusal> wrong = wrong(left, ruling, deletes && !deleteCredits);
    if (!wrong.isEmpty()) {
      return Attempt.refused(wrong);
    }
    LocalDate today = accounts.today();
    if (deletes) {
      holdings.giveUpCredits(account.number(), today);
    }
    declineWhatWaits(account.number(), person.name());
    return Attempt.done(
        accounts.keep(
            account.closedOn(today),
            new Done(
                What.CLOSED,
                deletes ? "%s credits were deleted.".formatted(left.credits()) : "",
                person.name(),
                reason)));
  }

  /** Nobody shall wait for an answer to what a closed account applied for. */
  private void declineWhatWaits(AccountNumber account, PersonName by) {
    LocalDate today = accounts.today();
    verifications
        .open(account)
        .map(each -> each.answered(new AmlApplication.Answer(false, today, by, CLOSED)))
        .ifPresent(verifications::answer);
    fleets
        .open(account)
        .map(each -> each.answered(new FleetApplication.Answer.Declined(today, by, CLOSED)))
        .ifPresent(fleets::answer);
  }

  private static List<Refusal> wrong(Left left, Ruling ruling, boolean creditsNeedAYes) {
    List<Refusal> wrong = new ArrayList<>();
    if (!ruling.yes("mayClose")) {
      wrong.add(
          Refusal.refused(
              "charges-unpaid",
              "The account owes $%s; it can be closed once that is paid.".formatted(left.owed())));
    }
    if (left.money().compareTo(Money.ZERO) > 0) {
      wrong.add(
          Refusal.refused(
              "money-left",
              "$%s was paid in and not used; ask for it to be paid back first."
                  .formatted(left.money())));
    }
    if (creditsNeedAYes) {
      wrong.add(
          Refusal.refused(
              "credits-left",
              "%s credits are left: transfer them, or say that they shall be deleted."
                  .formatted(left.credits())));
    }
    return wrong;
  }
}
