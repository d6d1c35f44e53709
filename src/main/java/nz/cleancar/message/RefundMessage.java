package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import nz.cleancar.ledger.payment.Refund;
import nz.cleancar.standard.NewZealand;

/**
 * Money that the agency paid back, on the wire.
 *
 * @param id its id
 * @param accountNumber the account
 * @param amount NZD
 * @param reason why
 * @param by who did it
 * @param at when
 */
@Serdeable
@Schema(name = "Refund")
public record RefundMessage(
    String id,
    @Schema(example = "CO2-200001") String accountNumber,
    @Schema(example = "12.50") String amount,
    String reason,
    String by,
    @Schema(format = "date-time") String at) {

  /** The refund on the wire. */
  public static RefundMessage from(Refund refund) {
    return new RefundMessage(
        refund.id(),
        refund.account().value(),
        refund.amount().toString(),
        refund.reason(),
        refund.by().text(),
        NewZealand.at(refund.at()).toString());
  }
}
