package nz.cleancar.agency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A day of the contact centre in figures.
 *
 * @param day the day
 * @param calls how many calls
 * @param emails how many e-mails
 * @param before how many of both in the {@link #USUAL_DAYS} days before
 * @param callSeconds how long the calls waited for an answer, together
 * @param emailSeconds how long the e-mails waited, together
 * @param accounts how many accounts were in touch
 * @param ofOneVehicle how many of them had imported a single vehicle
 * @param about how many of both were about what; only what they were about
 */
public record DayOfContacts(
    LocalDate day,
    long calls,
    long emails,
    long before,
    long callSeconds,
    long emailSeconds,
    long accounts,
    long ofOneVehicle,
    Map<Contact.About, Long> about) {

  /** How many days before it the day is compared with. */
  public static final int USUAL_DAYS = 28;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public DayOfContacts {
    about = Map.copyOf(about);
  }

  /** Calls and e-mails together. */
  public long all() {
    return calls + emails;
  }

  /** The usual daily volume: the mean of the days before, to one decimal. */
  public BigDecimal usual() {
    return BigDecimal.valueOf(before)
        .divide(BigDecimal.valueOf(USUAL_DAYS), 1, RoundingMode.HALF_UP);
  }

  /** By how many percent the day had more than usual; empty where nobody was in touch before. */
  public Optional<BigDecimal> increasePercent() {
    return share(all() * USUAL_DAYS - before, before);
  }

  /** The mean seconds to answer a call, to one decimal; empty where nobody called. */
  public Optional<BigDecimal> secondsToAnswerCalls() {
    return mean(callSeconds, calls);
  }

  /** The mean seconds to answer a call or an e-mail, to one decimal; empty where there was none. */
  public Optional<BigDecimal> secondsToAnswer() {
    return mean(callSeconds + emailSeconds, all());
  }

  /** How many percent of the accounts in touch had imported a single vehicle; empty with none. */
  public Optional<BigDecimal> singleVehiclePercent() {
    return share(ofOneVehicle, accounts);
  }

  private static Optional<BigDecimal> mean(long sum, long count) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP));
  }

  /** Whole percent. */
  private static Optional<BigDecimal> share(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP));
  }
}
