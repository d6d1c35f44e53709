package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * A payment on the wire.
 *
 * @param id its id
 * @param accountNumber whose money it is
 * @param amount NZD
 * @param purpose what it is for: ACCOUNT, CHARGES, VEHICLES or DIRECT_DEBIT
 * @param reference what the payer reads beside it
 * @param startedBy who started it
 * @param startedAt when
 * @param state PENDING, UNKNOWN, RECEIVED, DECLINED or ENDED
 * @param outcome how it ended; absent while it is open
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Payment", description = "A payment into an account.")
public record PaymentMessage(
    @Schema(example = "01JD3Z0V5W9Q4M5B1YF3B0T7QK") String id,
    @Schema(example = "CO2-200001") String accountNumber,
    @Schema(example = "248.40") String amount,
    @Schema(example = "CHARGES") String purpose,
    String reference,
    @Schema(example = "olive") String startedBy,
    @Schema(format = "date-time") String startedAt,
    @Schema(example = "RECEIVED") String state,
    @Nullable Outcome outcome) {

  /**
   * How a payment ended.
   *
   * @param at when that was recorded
   * @param receipt the provider's receipt, where the money came in
   * @param reason why no money came in, as the provider says, or why the agency ended it
   * @param endedBy who ended it, where the agency did
   * @param leftUndone why what it was for could not be done, so that the money stays on the account
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PaymentOutcome")
  public record Outcome(
      @Schema(format = "date-time") String at,
      @Nullable String receipt,
      @Nullable String reason,
      @Nullable String endedBy,
      @Nullable String leftUndone) {

    private static @Nullable Outcome of(Payment.State state) {
      return switch (state) {
        case Payment.Pending _, Payment.Unknown _ -> null;
        case Payment.Received(Instant at, String receipt, String leftUndone) ->
            new Outcome(
                NewZealand.at(at).toString(),
                receipt,
                null,
                null,
                leftUndone.isEmpty() ? null : leftUndone);
        case Payment.Declined(Instant at, String reason) ->
            new Outcome(NewZealand.at(at).toString(), null, reason, null, null);
        case Payment.Ended(Instant at, PersonName by, String reason) ->
            new Outcome(NewZealand.at(at).toString(), null, reason, by.text(), null);
      };
    }
  }

  /** The payment on the wire. */
  public static PaymentMessage from(Payment payment) {
    var order = payment.order();
    return new PaymentMessage(
        payment.id().value(),
        order.account().value(),
        order.amount().toString(),
        order.purpose(),
        order.reference(),
        payment.startedBy().text(),
        NewZealand.at(payment.startedAt()).toString(),
        payment.state().word(),
        Outcome.of(payment.state()));
  }

  /**
   * Payments, a page of them.
   *
   * @param payments the newest first
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PaymentPage")
  public record Page(List<PaymentMessage> payments, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<Payment> found, int most) {
      return new Page(
          found.stream().map(PaymentMessage::from).toList(),
          found.size() < most ? null : found.getLast().id().value());
    }
  }
}
