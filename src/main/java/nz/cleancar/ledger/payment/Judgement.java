package nz.cleancar.ledger.payment;

import java.time.Instant;
import nz.cleancar.ledger.payment.Discrepancy.Kind;
import nz.cleancar.ledger.payment.Payment.Declined;
import nz.cleancar.ledger.payment.Payment.Ended;
import nz.cleancar.ledger.payment.Payment.Pending;
import nz.cleancar.ledger.payment.Payment.Received;
import nz.cleancar.ledger.payment.Payment.Unknown;

/** What is made of an answer of a provider. The first answer that fits is final. */
sealed interface Judgement {

  /** It changes nothing. */
  record Nothing() implements Judgement {}

  /** The payment is received. */
  record Receive(ProviderAnswer.Accepted answer, Received state) implements Judgement {}

  /** The payment is declined. */
  record Decline(Declined state) implements Judgement {}

  /** It does not fit. */
  record Odd(Kind kind, String says) implements Judgement {}

  /** Judges an answer that came at the moment. */
  static Judgement of(Payment payment, ProviderAnswer answer, Instant at) {
    return switch (answer) {
      case ProviderAnswer.Accepted accepted -> accepted(payment, accepted, at);
      case ProviderAnswer.Declined declined -> declined(payment, declined, at);
    };
  }

  /** What is made of an answer whose receipt is that of another payment. */
  static Odd receiptOfAnother(ProviderAnswer.Accepted says) {
    return new Odd(
        Kind.RECEIPT_OF_ANOTHER,
        "The provider gives receipt %s for %s NZD, which is that of another payment."
            .formatted(says.receipt(), says.amount()));
  }

  private static Judgement accepted(Payment payment, ProviderAnswer.Accepted says, Instant at) {
    if (!says.amount().equals(payment.order().amount())) {
      return new Odd(
          Kind.OTHER_AMOUNT,
          "The provider says that it took in %s NZD (receipt %s), and %s NZD were asked for."
              .formatted(says.amount(), says.receipt(), payment.order().amount()));
    }
    return switch (payment.state()) {
      case Pending _, Unknown _ -> new Receive(says, new Received(at, says.receipt(), ""));
      case Ended ended -> new Receive(says, new Received(at, says.receipt(), ended.says()));
      case Received first when first.receipt().equals(says.receipt()) -> new Nothing();
      case Received first ->
          new Odd(
              Kind.OTHER_RECEIPT,
              "The payment was received with receipt %s, and the provider now gives receipt %s."
                  .formatted(first.receipt(), says.receipt()));
      case Declined _ ->
          new Odd(
              Kind.ACCEPTED_AFTER_DENIED,
              "The payment was declined, and the provider now says that it took in %s NZD, receipt %s."
                  .formatted(says.amount(), says.receipt()));
    };
  }

  private static Judgement declined(Payment payment, ProviderAnswer.Declined says, Instant at) {
    return switch (payment.state()) {
      case Pending _, Unknown _ -> new Decline(new Declined(at, says.reason()));
      case Declined _, Ended _ -> new Nothing();
      case Received first ->
          new Odd(
              Kind.DENIED_AFTER_ACCEPTED,
              "The payment of %s NZD was received with receipt %s, and the provider now declines it."
                  .formatted(payment.order().amount(), first.receipt()));
    };
  }
}
