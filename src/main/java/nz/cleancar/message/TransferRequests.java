package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;

/** Reads what people send about transfers of credits. */
public final class TransferRequests {

  private static final int MOST_CREDITS = 1_000_000_000;
  private static final int TENTHS = 1;

  private TransferRequests() {}

  /**
   * Offers credits to another account. Their price is the holders' matter and no member of it.
   *
   * @param to the number of the account that is to receive them
   * @param credits how many, whole ones
   */
  @Schema(name = "CreditOffer")
  public record OfferRequest(
      @Schema(example = "CO2-200002") String to,
      @Schema(type = "string", example = "100") BigDecimal credits) {

    /** The account that is to receive them. */
    public AccountNumber receiver() {
      return new AccountNumber(to);
    }

    /** How many. */
    public Grams grams() {
      return new Grams(credits);
    }
  }

  /** Reads an offer. */
  public static Read<OfferRequest> offer(byte[] body) {
    return Body.read(
        body,
        members -> {
          var to =
              members.text(
                  "to", AccountNumber::isAccountNumber, "must be the number of an account");
          var credits = members.decimal("credits", MOST_CREDITS, TENTHS);
          members.end(
              "is not part of an offer: name `to` and `credits`; a price is the holders' matter");
          return to.isPresent() && credits.isPresent()
              ? Optional.of(new OfferRequest(to.get(), credits.get()))
              : Optional.empty();
        });
  }
}
