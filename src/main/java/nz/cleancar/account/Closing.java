package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * 191): once nothing is left in them that the policy keeps them open for, and with an explicit yes
 * where credits go with it.
 */
@Singleton
public final class Closing {

  private static final Needed NEEDED = new Needed(Permission.EDIT_DETAILS, Operation.CLOSE);
  private static final String CLOSED = "The account was closed.";
  private static final String DELETES = "TRANSFER_OR_DELETE";

  private final AccountWork accounts;
  private final Holdings holdings;
  private final List<UnderWay> underWay;
  private final Rulings rulings;
  private final AmlApplications verifications;
  private final FleetApplications fleets;

  Closing(
      AccountWork accounts,
      Holdings holdings,
      List<UnderWay> underWay,
      Rulings rulings,
      AmlApplications verifications,
      FleetApplications fleets) {
    this.accounts = accounts;
    this.holdings = holdings;
    this.underWay = List.copyOf(underWay);
    this.rulings = rulings;
    this.verifications = verifications;
    this.fleets = fleets;
  }

  /**
   * Closes an account today. Whoever deletes credits may transfer them, or is the agency.
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
    AccountNumber number = account.number();
    Left left = holdings.left(number);
    boolean hasCredits = left.credits().compareTo(Grams.ZERO) > 0;
    Ruling ruling = rulings.on("closing", facts(number, left, hasCredits));
    boolean deletes = hasCredits && ruling.word("creditsOnClosing").equals(DELETES);
    if (!ruling.yes("mayClose") || (deletes && !deleteCredits)) {
      return Attempt.refused(
          Refusal.refused(ruling.word("closingCode"), ruling.word("closingReason") + says(left)));
    }
    if (hasCredits && !deletes) {
      throw ruling.unfit("creditsOnClosing", "there are credits left, and they would stay behind");
    }
    Optional<Refusal> lacking =
        deletes ? accounts.lacking(person, account, Permission.TRANSFER_CREDITS) : Optional.empty();
    if (lacking.isPresent()) {
      return Attempt.refused(lacking.get());
    }
    LocalDate today = accounts.today();
    holdings.endExpiredCredits(number, today);
    if (deletes) {
      holdings.giveUpCredits(number, today);
    }
    declineWhatWaits(number, person.name());
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

  private Map<String, Value> facts(AccountNumber account, Left left, boolean hasCredits) {
    var facts = new HashMap<String, Value>();
    facts.put("chargesUnpaid", new Value.YesNo(left.owed().compareTo(Money.ZERO) > 0));
    facts.put("fleetUnsettled", new Value.YesNo(!left.fleets().isEmpty()));
    facts.put("moneyLeft", new Value.YesNo(left.money().compareTo(Money.ZERO) > 0));
    facts.put("creditsLeft", new Value.YesNo(hasCredits));
    underWay.forEach(each -> facts.put(each.fact(), new Value.YesNo(each.isIn(account))));
    return facts;
  }

  /** The figures behind the policy's reason. */
  private static String says(Left left) {
    List<String> figures = new ArrayList<>();
    if (left.owed().compareTo(Money.ZERO) > 0) {
      figures.add("$%s owed".formatted(left.owed()));
    }
    if (!left.fleets().isEmpty()) {
      figures.add("fleet of " + join(left.fleets()));
    }
    if (left.money().compareTo(Money.ZERO) > 0) {
      figures.add("$%s not used".formatted(left.money()));
    }
    if (left.credits().compareTo(Grams.ZERO) > 0) {
      figures.add("%s credits".formatted(left.credits()));
    }
    return figures.isEmpty() ? "" : " In the account: %s.".formatted(join(figures));
  }

  private static String join(Collection<?> each) {
    return each.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
