package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nz.cleancar.ledger.transfer.Terms;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.ledger.transfer.TransferRecords;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * A transfer of credits on the wire.
 *
 * @param id its id
 * @param from the account that gives
 * @param to the account that receives
 * @param credits how many are offered
 * @param offeredBy who offered them
 * @param offeredAt when
 * @param state OFFERED, AGREED, DECLINED or WITHDRAWN
 * @param ended who ended it, and when; absent while the offer stands
 * @param terms what agreeing now would bring, or what was agreed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CreditTransfer", description = "A transfer of credits; its price is not recorded.")
public record TransferMessage(
    String id,
    @Schema(example = "CO2-200001") String from,
    @Schema(example = "CO2-200002") String to,
    @Schema(example = "100") String credits,
    @Schema(example = "olive") String offeredBy,
    @Schema(format = "date-time") String offeredAt,
    @Schema(example = "OFFERED") String state,
    @Nullable Ended ended,
    @Nullable TermsMessage terms) {

  /**
   * Who ended a transfer.
   *
   * @param by who
   * @param at when
   */
  @Serdeable
  @Schema(name = "CreditTransferEnd")
  public record Ended(String by, @Schema(format = "date-time") String at) {

    private static @Nullable Ended of(Transfer.State state) {
      return switch (state) {
        case Transfer.Offered _ -> null;
        case Transfer.Agreed(PersonName by, Instant at, Terms _) -> of(by, at);
        case Transfer.Declined(PersonName by, Instant at) -> of(by, at);
        case Transfer.Withdrawn(PersonName by, Instant at) -> of(by, at);
      };
    }

    private static Ended of(PersonName by, Instant at) {
      return new Ended(by.text(), NewZealand.at(at).toString());
    }
  }

  /**
   * What the policy says of a transfer.
   *
   * @param allowed whether the credits may be transferred
   * @param moved how many leave the giving account
   * @param received how many arrive
   * @param kept how many of those offered stay with the giver
   * @param code the stable name of the reason
   * @param says the reason in a sentence
   */
  @Serdeable
  @Schema(name = "CreditTransferTerms")
  public record TermsMessage(
      boolean allowed,
      @Schema(example = "100") String moved,
      @Schema(example = "200") String received,
      @Schema(example = "0") String kept,
      @Schema(example = "new-to-used") String code,
      String says) {

    private static TermsMessage from(Terms terms) {
      return new TermsMessage(
          terms.allowed(),
          terms.moved().toString(),
          terms.received().toString(),
          terms.kept().toString(),
          terms.code(),
          terms.says());
    }
  }

  /** The transfer on the wire. */
  public static TransferMessage from(TransferRecords.Shown shown) {
    return of(
        shown.transfer(), shown.terms().stream().findFirst().map(TermsMessage::from).orElse(null));
  }

  private static TransferMessage of(Transfer transfer, @Nullable TermsMessage terms) {
    return new TransferMessage(
        transfer.id().value(),
        transfer.from().value(),
        transfer.to().value(),
        transfer.offered().toString(),
        transfer.offeredBy().text(),
        NewZealand.at(transfer.offeredAt()).toString(),
        transfer.state().word(),
        Ended.of(transfer.state()),
        terms);
  }

  /**
   * Transfers, a page of them, without the terms of offers that stand.
   *
   * @param transfers the newest first
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "CreditTransferPage")
  public record Page(List<TransferMessage> transfers, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<Transfer> found, int most) {
      return new Page(
          found.stream().map(each -> TransferMessage.of(each, agreed(each))).toList(),
          found.size() < most ? null : found.getLast().id().value());
    }

    private static @Nullable TermsMessage agreed(Transfer transfer) {
      return transfer.state() instanceof Transfer.Agreed(_, _, Terms terms)
          ? TermsMessage.from(terms)
          : null;
    }
  }
}
