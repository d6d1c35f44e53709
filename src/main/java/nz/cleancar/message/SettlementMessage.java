package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import nz.cleancar.ledger.payment.Settling;
import org.jspecify.annotations.Nullable;

/**
 * What settling charges moved, on the wire.
 *
 * @param creditsUsed credits that settled grams above target, g/km
 * @param moneyUsed money of the account that settled charges, NZD
 * @param leftOwing what is still owed of these charges, NZD
 * @param payment the payment that was started for the rest; absent where none was
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ChargeSettlement")
public record SettlementMessage(
    @Schema(example = "41.4") String creditsUsed,
    @Schema(example = "0.00") String moneyUsed,
    @Schema(example = "248.40") String leftOwing,
    @Nullable PaymentMessage payment) {

  /** What settling moved, on the wire. */
  public static SettlementMessage from(Settling.Result result) {
    var settled = result.settled();
    return new SettlementMessage(
        settled.creditsUsed().toString(),
        settled.moneyUsed().toString(),
        settled.leftOwing().toString(),
        result.payment().map(PaymentMessage::from).orElse(null));
  }
}
