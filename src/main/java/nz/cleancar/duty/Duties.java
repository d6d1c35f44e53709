package nz.cleancar.duty;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nz.cleancar.duty.DutyDone.Outcome;
import nz.cleancar.ledger.Credits;
import nz.cleancar.ledger.fleet.FleetYears;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.EachAlone;
import nz.cleancar.work.EachAlone.Failed;

/**
 * Does what the calendar asks for. Each duty goes by how things stand on the day, not by what
 * happened on it, so that days on which no service ran are made up for; and doing one again changes
 * nothing, so that several services may do it at once.
 */
@Singleton
public final class Duties {

  // a service that rested for years still settles what it missed
  private static final int YEARS_BACK = 10;

  // of those that failed; the others are named when the duty is tried again
  private static final int MOST_NAMED = 10;

  private final DutyBook book;
  private final Payments payments;
  private final Credits credits;
  private final FleetYears fleets;
  private final DutyNotices notices;
  private final Feeds feeds;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final NewZealand clock;

  Duties(
      DutyBook book,
      Payments payments,
      Credits credits,
      FleetYears fleets,
      DutyNotices notices,
      Feeds feeds,
      NewZealand clock) {
    this.book = book;
    this.payments = payments;
    this.credits = credits;
    this.fleets = fleets;
    this.notices = notices;
    this.feeds = feeds;
    this.clock = clock;
  }

  /**
   * Does the duties of the day that were not done on it. One that fails stops no other, and is
   * tried again when this is called again. Called outside any work.
   */
  public List<DutyDone> run(LocalDate day) {
    return Arrays.stream(Duty.values()).map(duty -> run(duty, day)).toList();
  }

  private DutyDone run(Duty duty, LocalDate day) {
    try {
      Optional<String> before = book.done(duty, day);
      if (before.isPresent() && !isLeftBehind(duty)) {
        return new DutyDone(duty, Outcome.DONE_BEFORE, before.get());
      }
      var each = new EachAlone();
      String says = attempt(duty, day, each);
      if (!each.failed().isEmpty()) {
        return new DutyDone(duty, Outcome.FAILED, says + " " + told(each.failed()));
      }
      if (duty == Duty.TAKE_UP_VEHICLES) {
        begun.set(true);
      }
      book.keep(duty, day, clock.now(), says);
      return new DutyDone(duty, Outcome.DONE, says);
    } catch (RuntimeException e) {
      // whatever it is, the other duties do not wait for it
      return new DutyDone(
          duty, Outcome.FAILED, Optional.ofNullable(e.getMessage()).orElse(e.toString()));
    }
  }

  /** A service that was killed may have left vehicles behind, so the next one takes them up. */
  private boolean isLeftBehind(Duty duty) {
    return duty == Duty.TAKE_UP_VEHICLES && !begun.get();
  }

  private static String told(List<Failed> failed) {
    return failed.stream()
        .limit(MOST_NAMED)
        .map(each -> "%s: %s".formatted(each.what(), each.says()))
        .collect(
            Collectors.joining(
                "; ",
                "%d failed and are tried again: ".formatted(failed.size()),
                failed.size() > MOST_NAMED ? "; and others." : ""));
  }

  private String attempt(Duty duty, LocalDate day, EachAlone each) {
    return switch (duty) {
      case TAKE_UP_VEHICLES -> takenUp(feeds.takeUpAll(each));
      case RECONCILE_PAYMENTS -> reconcile(each);
      case EXPIRE_CREDITS -> "%s credits expired.".formatted(credits.expire(day, each));
      case SETTLE_FLEETS -> settle(day, each);
      case BALANCE_OWING -> told(notices.balancesOwing(day, book.last(Duty.BALANCE_OWING), each));
      case CREDITS_EXPIRE -> told(notices.creditsExpiring(day, each));
      case FLEET_CHARGE_DUE -> told(notices.fleetChargesDue(day, each));
    };
  }

  private static String takenUp(int records) {
    return records == 1
        ? "1 vehicle record was taken up."
        : "%,d vehicle records were taken up.".formatted(records);
  }

  private String reconcile(EachAlone each) {
    var compared = payments.reconcile();
    compared.failed().forEach(failed -> each.fail(failed.what(), failed.says()));
    String asked = compared.asked() == 1 ? "1 open payment" : compared.asked() + " open payments";
    String open = compared.stillOpen() == 1 ? "1 is" : compared.stillOpen() + " are";
    return "The provider was asked about %s; %s still open.".formatted(asked, open);
  }

  private String settle(LocalDate day, EachAlone each) {
    int settled =
        IntStream.rangeClosed(day.getYear() - YEARS_BACK, day.getYear() - 1)
            .map(year -> settle(year, each))
            .sum();
    return settled == 1
        ? "1 fleet year was settled."
        : "%,d fleet years were settled.".formatted(settled);
  }

  private int settle(int year, EachAlone each) {
    return switch (fleets.settleAll(year, each)) {
      case Attempt.Done<List<AccountNumber>>(var settled) -> settled.size();
      case Attempt.Refused<List<AccountNumber>>(var why) ->
          throw new IllegalStateException(why.getFirst().says());
    };
  }

  private static String told(int notices) {
    return notices == 1 ? "1 notice was posted." : notices + " notices were posted.";
  }
}
