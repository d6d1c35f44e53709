package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.decision.Ruling;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.table.Value;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Suspends accounts for a ground and a period, as the agency may (Land Transport Act 1998, s 192).
 * A suspension begins and ends by itself; the agency may lift it early.
 */
@Singleton
public final class Suspending {

  private final AccountWork accounts;
  private final Rulings rulings;

  Suspending(AccountWork accounts, Rulings rulings) {
    this.accounts = accounts;
    this.rulings = rulings;
  }

  /** Suspends the account from the suspension's first day to its last, both included. */
  public Attempt<Account> suspend(
      Person agency, AccountNumber number, Suspension suspension, String reason) {
    return accounts.changeByAgency(
        agency,
        number,
        account -> {
          List<Refusal> wrong = wrong(account, suspension);
          if (!wrong.isEmpty()) {
            return Attempt.refused(wrong);
          }
          var all = Stream.concat(account.suspensions().stream(), Stream.of(suspension)).toList();
          return Attempt.done(
              accounts.keep(
                  account.withSuspensions(all),
                  new Done(
                      What.SUSPENDED,
                      "%s, from %s to %s."
                          .formatted(suspension.ground(), suspension.from(), suspension.to()),
                      agency.name(),
                      reason)));
        });
  }

  /** What the policy and the calendar have against it; the account's state on both its ends. */
  private List<Refusal> wrong(Account account, Suspension suspension) {
    LocalDate today = accounts.today();
    Ruling ruling =
        rulings.on("suspension", Map.of("suspensionGround", new Value.Word(suspension.ground())));
    List<Refusal> wrong = new ArrayList<>();
    if (suspension.from().isBefore(today)) {
      wrong.add(
          Refusal.invalid(
              "first-day-past",
              "A suspension begins today or later, not on %s.".formatted(suspension.from())));
    }
    if (ruling.yes("noticeRequired") && !isGivenBefore(suspension, today)) {
      wrong.add(
          Refusal.refused(
              "notice-needed",
              "On the ground %s notice must have been given before the first day."
                  .formatted(suspension.ground())));
    }
    LocalDate latest = suspension.from().plusYears(ruling.whole("longestSuspension")).minusDays(1);
    if (suspension.to().isAfter(latest)) {
      wrong.add(
          Refusal.refused(
              "suspension-too-long",
              "From %s a suspension may last until %s.".formatted(suspension.from(), latest)));
    }
    accounts
        .rules()
        .allows(account, Operation.SUSPEND, suspension.from())
        .or(() -> accounts.rules().allows(account, Operation.SUSPEND, suspension.to()))
        .ifPresent(wrong::add);
    return wrong;
  }

  private static boolean isGivenBefore(Suspension suspension, LocalDate today) {
    LocalDate given = suspension.noticeGivenOn();
    return given.isBefore(suspension.from()) && !given.isAfter(today);
  }

  /** Lifts what suspends the account, or was to: from today it is suspended no more. */
  public Attempt<Account> lift(Person agency, AccountNumber number, String reason) {
    return accounts.changeByAgency(
        agency,
        number,
        account -> {
          LocalDate today = accounts.today();
          if (account.suspensions().stream().noneMatch(each -> each.hasNotEndedOn(today))) {
            return Attempt.refused(
                Refusal.refused("not-suspended", "Nothing suspends the account."));
          }
          var all =
              account.suspensions().stream()
                  .map(each -> each.hasNotEndedOn(today) ? each.liftedOn(today) : each)
                  .toList();
          return Attempt.done(
              accounts.keep(
                  account.withSuspensions(all),
                  new Done(What.SUSPENSION_LIFTED, "", agency.name(), reason)));
        });
  }
}
