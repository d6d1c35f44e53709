package nz.cleancar.duty;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.ToIntFunction;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.decision.Ruling;
import nz.cleancar.decision.Rulings;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerRules;
import nz.cleancar.ledger.LedgerStore;
import nz.cleancar.ledger.Lot;
import nz.cleancar.ledger.OwedCharge;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.vehicle.Waiting;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.EachAlone;

/**
 * Tells holders what the calendar asks for; the policy says when. The key of each notice names what
 * it tells of, so that nobody is told the same twice.
 */
@Singleton
final class DutyNotices {

  private static final int PAGE = 200;

  private final AccountBook accounts;
  private final VehicleRecords vehicles;
  private final Ledger ledger;
  private final LedgerStore store;
  private final LedgerRules ledgerRules;
  private final Rulings rulings;
  private final Outbox outbox;
  private final AllOrNothing work;

  DutyNotices(
      AccountBook accounts,
      VehicleRecords vehicles,
      Ledger ledger,
      LedgerStore store,
      LedgerRules ledgerRules,
      Rulings rulings,
      Outbox outbox,
      AllOrNothing work) {
    this.accounts = accounts;
    this.vehicles = vehicles;
    this.ledger = ledger;
    this.store = store;
    this.ledgerRules = ledgerRules;
    this.rulings = rulings;
    this.outbox = outbox;
    this.work = work;
  }

  private Ruling on(NoticeKind kind) {
    return rulings.on("notice", Map.of("noticeKind", Value.of(kind.name())));
  }

  /**
   * Tells pay-as-you-go accounts what they owe, from the day of the month that it goes out on,
   * unless that was done since.
   *
   * @return how many notices were posted
   */
  int balancesOwing(
      LocalDate day,
      @SuppressWarnings("OptionalUsedAsFieldOrParameterType") Optional<LocalDate> last,
      EachAlone alone) {
    LocalDate goesOut = latest(day, (int) on(NoticeKind.BALANCE_OWING).whole("noticeDayOfMonth"));
    if (last.filter(done -> !done.isBefore(goesOut)).isPresent()) {
      return 0;
    }
    return each(alone, account -> balanceOwing(account, day, YearMonth.from(goesOut)));
  }

  /** The last such day of a month by the day; a shorter month's last day stands for it. */
  private static LocalDate latest(LocalDate day, int dayOfMonth) {
    LocalDate inThisMonth = in(YearMonth.from(day), dayOfMonth);
    return inThisMonth.isAfter(day)
        ? in(YearMonth.from(day).minusMonths(1), dayOfMonth)
        : inThisMonth;
  }

  private static LocalDate in(YearMonth month, int dayOfMonth) {
    return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
  }

  private int balanceOwing(Account account, LocalDate day, YearMonth month) {
    List<OwedCharge> owed = owed(account, Scheme.PAYG);
    Waiting waiting = vehicles.waiting(account.number());
    boolean mayOwe = account.schemeOn(day) == Scheme.PAYG && !waiting.charges().equals(Money.ZERO);
    if (owed.isEmpty() && !mayOwe) {
      return 0;
    }
    Money left = owed.stream().map(OwedCharge::left).reduce(Money.ZERO, Money::plus);
    var says = new StringJoiner("\n\n");
    owed.stream()
        .map(each -> each.charge().dueOn())
        .min(LocalDate::compareTo)
        .ifPresent(
            first ->
                says.add(
                    "Account %s owes %s NZD for %s; the first is due on %s. Credits or a payment clear them."
                        .formatted(account.number(), left, counted(owed.size(), "charge"), first)));
    if (mayOwe) {
      says.add(
          "In account %s, %s to be accepted, and %s NZD will be charged for them: credits or a payment clear it when they are accepted."
              .formatted(account.number(), waiting(waiting.vehicles()), waiting.charges()));
    }
    return post(
        account,
        NoticeKind.BALANCE_OWING,
        owed.isEmpty()
            ? "Account %s has %s NZD of charges pending"
                .formatted(account.number(), waiting.charges())
            : "Account %s owes %s NZD".formatted(account.number(), left),
        says.toString(),
        month.toString());
  }

  private static String counted(long number, String one) {
    return number == 1 ? "1 " + one : "%,d %ss".formatted(number, one);
  }

  private static String waiting(long vehicles) {
    return counted(vehicles, "vehicle") + (vehicles == 1 ? " waits" : " wait");
  }

  private List<OwedCharge> owed(Account account, Scheme scheme) {
    return ledger.balances(account.number()).charges().stream()
        .filter(each -> each.charge().basis().scheme() == scheme)
        .toList();
  }

  /** Tells holders of credits whose last day is soon; how many notices were posted. */
  int creditsExpiring(LocalDate day, EachAlone alone) {
    LocalDate until = day.plusDays(on(NoticeKind.CREDITS_EXPIRE).whole("noticeDaysAhead"));
    int posted = 0;
    for (LocalDate earnedOn : store.lotDays()) {
      boolean isSoon =
          alone
              .attempt("credits of " + earnedOn, () -> ledgerRules.expiresOn(earnedOn, day))
              .filter(expiresOn -> !expiresOn.isBefore(day) && !expiresOn.isAfter(until))
              .isPresent();
      if (isSoon) {
        for (AccountNumber holder : store.holdersOf(earnedOn)) {
          posted +=
              alone
                  .attempt(
                      "account " + holder,
                      () -> accounts.find(holder).map(each -> expiring(each, earnedOn)).orElse(0))
                  .orElse(0);
        }
      }
    }
    return posted;
  }

  private int expiring(Account account, LocalDate earnedOn) {
    return ledger.balances(account.number()).lots().stream()
        .filter(lot -> lot.earnedOn().equals(earnedOn))
        .mapToInt(lot -> expiring(account, lot))
        .sum();
  }

  private int expiring(Account account, Lot lot) {
    return post(
        account,
        NoticeKind.CREDITS_EXPIRE,
        "%s credits of account %s expire on %s"
            .formatted(lot.grams(), account.number(), lot.expiresOn()),
        "Account %s holds %s credits that were earned on %s. Their last day is %s; after it they can be neither used nor transferred."
            .formatted(account.number(), lot.grams(), lot.earnedOn(), lot.expiresOn()),
        lot.earnedOn() + "/" + lot.expiresOn());
  }

  /** Tells holders of a fleet's charge that is due soon; how many notices were posted. */
  int fleetChargesDue(LocalDate day, EachAlone alone) {
    LocalDate until = day.plusDays(on(NoticeKind.FLEET_CHARGE_DUE).whole("noticeDaysAhead"));
    return each(
        alone,
        account ->
            owed(account, Scheme.FLEET_AVERAGE).stream()
                .filter(owed -> !owed.charge().dueOn().isBefore(day))
                .filter(owed -> !owed.charge().dueOn().isAfter(until))
                .mapToInt(owed -> fleetChargeDue(account, owed))
                .sum());
  }

  private int fleetChargeDue(Account account, OwedCharge owed) {
    return post(
        account,
        NoticeKind.FLEET_CHARGE_DUE,
        "The fleet's charge of account %s is due on %s"
            .formatted(account.number(), owed.charge().dueOn()),
        "Account %s owes %s NZD for its fleet (charge %s). It is due on %s."
            .formatted(account.number(), owed.left(), owed.charge().id(), owed.charge().dueOn()),
        owed.charge().id() + "/" + owed.charge().dueOn());
  }

  private int each(EachAlone alone, ToIntFunction<Account> telling) {
    int posted = 0;
    List<Account> page = accounts.after("", PAGE);
    while (!page.isEmpty()) {
      for (Account account : page) {
        posted +=
            alone
                .attempt("account " + account.number(), () -> telling.applyAsInt(account))
                .orElse(0);
      }
      page = accounts.after(page.getLast().number().value(), PAGE);
    }
    return posted;
  }

  private int post(Account account, NoticeKind kind, String subject, String text, String what) {
    String once = "duty/%s/%s/%s".formatted(kind, account.number(), what);
    var letter = new Notice.Letter(account.holder().email(), subject, text);
    return work.run(() -> outbox.post(Notice.toHolder(kind, account.number(), letter, once)))
        ? 1
        : 0;
  }
}
