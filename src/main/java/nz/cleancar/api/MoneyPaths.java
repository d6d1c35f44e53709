package nz.cleancar.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.transfer.TransferId;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** What paths and queries about payments, transfers and fleet years name. */
final class MoneyPaths {

  private static final int FIRST_YEAR = 2022;
  private static final int LAST_YEAR = 2199;

  private MoneyPaths() {}

  /** The payment's id in a path. */
  static Attempt<PaymentId> payment(String id) {
    return PaymentId.isPaymentId(id)
        ? Attempt.done(new PaymentId(id))
        : Attempt.refused(Refusal.unknown("no-such-payment", "The path names no payment."));
  }

  /** The transfer's id in a path. */
  static Attempt<TransferId> transfer(String id) {
    return TransferId.isTransferId(id)
        ? Attempt.done(new TransferId(id))
        : Attempt.refused(Refusal.unknown("no-such-transfer", "The path names no transfer."));
  }

  /** The year in a path. */
  static Attempt<Integer> year(String text) {
    try {
      int year = Integer.parseInt(text);
      return year >= FIRST_YEAR && year <= LAST_YEAR ? Attempt.done(year) : noYear();
    } catch (NumberFormatException _) {
      return noYear();
    }
  }

  private static Attempt<Integer> noYear() {
    return Attempt.refused(
        Refusal.unknown(
            "no-such-year",
            "The path names no year from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR)));
  }

  /** The day in a query; today where there is none. */
  static Attempt<LocalDate> day(@Nullable String text, LocalDate today) {
    if (text == null) {
      return Attempt.done(today);
    }
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
          ? Attempt.done(day)
          : noDay();
    } catch (DateTimeException _) {
      return noDay();
    }
  }

  private static Attempt<LocalDate> noDay() {
    return Attempt.refused(
        Refusal.invalid(
            "day",
            "`day` is a day such as 2027-04-01, from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR)));
  }
}
