package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.ledger.payment.Discrepancy;
import nz.cleancar.ledger.payment.Reconciliation;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * Something that a payment provider said and that does not fit, on the wire.
 *
 * @param id its id
 * @param kind what does not fit
 * @param payment the payment's id, as the provider gave it
 * @param says what the provider said and what is recorded
 * @param foundAt when
 * @param resolution what people did about it; absent while nobody did
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PaymentDiscrepancy")
public record DiscrepancyMessage(
    String id,
    @Schema(example = "OTHER_AMOUNT") String kind,
    String payment,
    String says,
    @Schema(format = "date-time") String foundAt,
    @Nullable Resolution resolution) {

  /**
   * What people did about it.
   *
   * @param note what they found and did
   * @param by who
   * @param at when
   */
  @Serdeable
  @Schema(name = "PaymentDiscrepancyResolution")
  public record Resolution(String note, String by, @Schema(format = "date-time") String at) {}

  /** The discrepancy on the wire. */
  public static DiscrepancyMessage from(Discrepancy discrepancy) {
    return new DiscrepancyMessage(
        discrepancy.id(),
        discrepancy.kind().name(),
        discrepancy.payment(),
        discrepancy.says(),
        NewZealand.at(discrepancy.foundAt()).toString(),
        discrepancy
            .resolved()
            .map(
                done ->
                    new Resolution(
                        done.note(), done.by().text(), NewZealand.at(done.at()).toString()))
            .orElse(null));
  }

  /**
   * Discrepancies, a page of them.
   *
   * @param discrepancies the oldest first
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PaymentDiscrepancyPage")
  public record Page(List<DiscrepancyMessage> discrepancies, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<Discrepancy> found, int most) {
      return new Page(
          found.stream().map(DiscrepancyMessage::from).toList(),
          found.size() < most ? null : found.getLast().id());
    }
  }

  /**
   * What was reconciled.
   *
   * @param asked how many open payments the provider was asked about
   * @param stillOpen how many of them are still open
   * @param days the days whose statements were compared
   * @param failed what could not be compared, and is tried again, the first thousand
   */
  @Serdeable
  @Schema(name = "PaymentReconciliation")
  public record Reconciled(
      int asked, int stillOpen, List<String> days, List<FailedMessage> failed) {

    /** What was reconciled, on the wire. */
    public static Reconciled from(Reconciliation.Compared compared) {
      return new Reconciled(
          compared.asked(),
          compared.stillOpen(),
          compared.days().stream().map(Object::toString).toList(),
          FailedMessage.from(compared.failed()));
    }
  }
}
