package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.ledger.ChargeId;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.ledger.payment.ProviderAnswer;
import nz.cleancar.ledger.payment.Settling;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import org.jspecify.annotations.Nullable;

/** Reads what people and payment providers send about payments and charges. */
public final class MoneyRequests {

  private static final int MOST_DOLLARS = 100_000_000;
  private static final int MOST_CREDITS = 1_000_000_000;
  private static final int MOST_CHARGES = 1_000;
  private static final int CENTS = 2;
  private static final int TENTHS = 1;
  private static final Pattern CHARGE = Pattern.compile("[A-Za-z0-9/-]{1,100}");
  private static final Pattern LINE = Pattern.compile("[\\p{Print}&&[^\\p{Cntrl}]]{0,40}");
  private static final Pattern RECEIPT = Pattern.compile("[\\x21-\\x7e]{1,60}");
  private static final String RECEIPT_EXPECTED =
      "must be a receipt of 1 to 60 visible characters without spaces";

  private MoneyRequests() {}

  /**
   * Starts a payment into an account.
   *
   * @param amount NZD, a cent or more
   * @param reference what the payer reads beside it; the sandbox provider behaves as it says
   */
  @Schema(name = "PaymentRequest")
  public record PaymentRequest(
      @Schema(type = "string", example = "248.40") BigDecimal amount,
      @Nullable @Schema(example = "Invoice 17") String reference) {

    /** What is asked for, into the account. */
    public PaymentOrder order(AccountNumber account) {
      return new PaymentOrder(
          account, Money.of(amount), "ACCOUNT", reference == null ? "" : reference);
    }
  }

  /**
   * Settles charges.
   *
   * @param charges which; all that are payable today, where it is left out
   * @param credits how many credits are used at most, g/km; 0 for none
   * @param payment whether a payment is started for what credits and money do not settle; not,
   *     where it is left out
   */
  @Schema(name = "ChargeSettlementRequest")
  public record SettlementRequest(
      @Nullable List<String> charges,
      @Schema(type = "string", example = "41.4") BigDecimal credits,
      @Nullable Boolean payment) {

    /** What is to be settled, and how. */
    public Settling.Wish wish() {
      return new Settling.Wish(
          charges == null ? List.of() : charges.stream().map(ChargeId::new).toList(),
          new Grams(credits),
          payment != null && payment);
    }
  }

  /**
   * What a payment provider says of a payment.
   *
   * @param answer ACCEPTED or DECLINED
   * @param amount NZD that it took in; with ACCEPTED
   * @param receipt its receipt, another one for each payment; with ACCEPTED
   * @param reason why it takes none in; with DECLINED
   */
  @Schema(name = "ProviderAnswer")
  public record AnswerRequest(
      Word answer,
      @Nullable @Schema(type = "string", example = "248.40") BigDecimal amount,
      @Nullable String receipt,
      @Nullable String reason) {

    /** What a provider may say. */
    public enum Word {
      /** The money is in. */
      ACCEPTED,

      /** No money comes. */
      DECLINED
    }

    /** What it says. */
    public ProviderAnswer said() {
      return amount != null && receipt != null
          ? new ProviderAnswer.Accepted(Money.of(amount), receipt)
          : new ProviderAnswer.Declined(reason == null ? "" : reason);
    }
  }

  /**
   * Records a payment that the agency's bank collected.
   *
   * @param accountNumber whose money it is
   * @param amount NZD
   * @param receipt the bank's receipt, another one for each payment
   * @param charge the charge that it was for; none, where it is left out
   */
  @Schema(name = "CollectedPayment")
  public record CollectedRequest(
      @Schema(example = "CO2-200001") String accountNumber,
      @Schema(type = "string", example = "621.00") BigDecimal amount,
      @Schema(example = "BNK-20270402-17") String receipt,
      @Nullable @Schema(example = "CO2-200001/2026") String charge) {

    /** What was collected. */
    public PaymentOrder order() {
      return new PaymentOrder(
          new AccountNumber(accountNumber), Money.of(amount), "DIRECT_DEBIT", "");
    }

    /** The charge that it was for, or none. */
    public List<ChargeId> charges() {
      return charge == null ? List.of() : List.of(new ChargeId(charge));
    }
  }

  /**
   * Pays money back.
   *
   * @param amount NZD
   * @param reason why
   */
  @Schema(name = "RefundRequest")
  public record RefundRequest(
      @Schema(type = "string", example = "12.50") BigDecimal amount, String reason) {

    /** How much. */
    public Money money() {
      return Money.of(amount);
    }
  }

  /**
   * Notes what was found and done about a discrepancy.
   *
   * @param note what
   */
  @Schema(name = "ResolutionRequest")
  public record ResolutionRequest(String note) {}

  /**
   * Ends a payment that nobody waits for any longer.
   *
   * @param reason why
   */
  @Schema(name = "PaymentEndingRequest")
  public record EndingRequest(String reason) {}

  /** Reads why a payment is ended. */
  public static Read<EndingRequest> ending(byte[] body) {
    return Body.read(
        body,
        members -> {
          var reason = Prose.reason(members);
          members.end();
          return reason.map(EndingRequest::new);
        });
  }

  /** Reads a payment to start. */
  public static Read<PaymentRequest> payment(byte[] body) {
    return Body.read(
        body,
        members -> {
          var amount = amount(members);
          var reference =
              members.optionalText(
                  "reference",
                  LINE.asMatchPredicate(),
                  "must be at most 40 characters on one line");
          members.end();
          return amount.map(dollars -> new PaymentRequest(dollars, reference.orElse(null)));
        });
  }

  /** Reads charges to settle. */
  public static Read<SettlementRequest> settlement(byte[] body) {
    return Body.read(
        body,
        members -> {
          List<String> charges =
              members.words(
                  "charges",
                  CHARGE,
                  "must be the id of a charge, as the account's charges name it",
                  List.of(),
                  MOST_CHARGES);
          var credits = members.decimal("credits", MOST_CREDITS, TENTHS);
          var payment = members.optionalFlag("payment");
          members.end();
          return credits.map(
              grams ->
                  new SettlementRequest(
                      charges.isEmpty() ? null : charges, grams, payment.orElse(null)));
        });
  }

  /** Reads a provider's answer. */
  public static Read<AnswerRequest> answer(byte[] body) {
    return Body.read(
        body,
        members -> {
          var answer = members.constant("answer", AnswerRequest.Word.values());
          if (answer.isEmpty()) {
            return Optional.empty();
          }
          Optional<AnswerRequest> request =
              switch (answer.get()) {
                case ACCEPTED -> accepted(members);
                case DECLINED ->
                    Prose.text(members, "reason", ProviderAnswer.LONGEST_REASON)
                        .map(why -> new AnswerRequest(answer.get(), null, null, why));
              };
          members.end();
          return request;
        });
  }

  private static Optional<AnswerRequest> accepted(Members members) {
    var amount = members.decimal("amount", MOST_DOLLARS, CENTS);
    var receipt = members.text("receipt", RECEIPT.asMatchPredicate(), RECEIPT_EXPECTED);
    return amount.isPresent() && receipt.isPresent()
        ? Optional.of(
            new AnswerRequest(AnswerRequest.Word.ACCEPTED, amount.get(), receipt.get(), null))
        : Optional.empty();
  }

  /** Reads a payment that was collected. */
  public static Read<CollectedRequest> collected(byte[] body) {
    return Body.read(
        body,
        members -> {
          var number =
              members.text(
                  "accountNumber", AccountNumber::isAccountNumber, "must be an account number");
          var amount = amount(members);
          var receipt = members.text("receipt", RECEIPT.asMatchPredicate(), RECEIPT_EXPECTED);
          var charge =
              members.optionalText(
                  "charge", CHARGE.asMatchPredicate(), "must be the id of a charge");
          members.end();
          return number.isPresent() && amount.isPresent() && receipt.isPresent()
              ? Optional.of(
                  new CollectedRequest(
                      number.get(), amount.get(), receipt.get(), charge.orElse(null)))
              : Optional.empty();
        });
  }

  /** Reads a refund. */
  public static Read<RefundRequest> refund(byte[] body) {
    return Body.read(
        body,
        members -> {
          var amount = amount(members);
          var reason = Prose.reason(members);
          members.end();
          return amount.isPresent() && reason.isPresent()
              ? Optional.of(new RefundRequest(amount.get(), reason.get()))
              : Optional.empty();
        });
  }

  /** Reads what was done about a discrepancy. */
  public static Read<ResolutionRequest> resolution(byte[] body) {
    return Body.read(
        body,
        members -> {
          var note = Prose.text(members, "note", Prose.LONGEST_REASON);
          members.end();
          return note.map(ResolutionRequest::new);
        });
  }

  private static Optional<BigDecimal> amount(Members members) {
    return members
        .decimal("amount", MOST_DOLLARS, CENTS)
        .filter(
            dollars -> {
              if (dollars.signum() == 0) {
                members.addFault("amount", "must be a cent or more");
              }
              return dollars.signum() > 0;
            });
  }
}
