package nz.cleancar.ledger.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.Money;

/**
 * Who takes payments in: a bank, or a card company. It is called outside the work on the database,
 * never throws for what goes wrong at its end, and may say anything: nothing it says is believed
 * unless it fits what was started.
 */
public interface PaymentProvider {

  /** The longest id of a payment that a provider may give, in characters. */
  int LONGEST_ID = 60;

  /**
   * Asks it to take the payment in. A provider knows a payment by its id: asked twice, it takes the
   * money once.
   *
   * @return what it says, in order: nothing if it does not answer in time, and a provider may
   *     answer twice
   */
  List<ProviderAnswer> ask(PaymentId id, Money amount, String reference);

  /** What it knows of a payment. */
  LookUp lookUp(PaymentId id);

  /**
   * What it says happened on the New Zealand day, once that day is over or while it runs; empty
   * where it does not answer now.
   */
  Optional<List<Line>> statement(LocalDate day);

  /**
   * A line of a provider's statement.
   *
   * @param payment the id of the payment, as the provider gives it: any text, cut to 60 characters
   * @param answer what became of it
   */
  record Line(String payment, ProviderAnswer answer) {
    public Line {
      payment = ProviderText.kept(payment, LONGEST_ID);
    }
  }

  /** What a provider knows of a payment. */
  sealed interface LookUp {

    /** It answered it. */
    record Answered(ProviderAnswer answer) implements LookUp {}

    /** It was asked and has not decided. */
    record Undecided() implements LookUp {}

    /** It was never asked. */
    record NeverAsked() implements LookUp {}

    /** It does not answer now. */
    record Silent() implements LookUp {}
  }
}
