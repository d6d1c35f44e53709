package nz.cleancar.ledger.payment;

import nz.cleancar.standard.Money;

/** What a payment provider says of a payment, for good. */
public sealed interface ProviderAnswer {

  /** The longest receipt, in characters; what a provider sends beyond is cut. */
  int LONGEST_RECEIPT = 60;

  /** The longest reason, in characters; what a provider sends beyond is cut. */
  int LONGEST_REASON = 200;

  /**
   * The money is in.
   *
   * @param amount how much, as the provider says
   * @param receipt the provider's receipt, another one for each payment
   */
  record Accepted(Money amount, String receipt) implements ProviderAnswer {
    public Accepted {
      receipt = ProviderText.kept(receipt, LONGEST_RECEIPT);
    }
  }

  /**
   * No money comes.
   *
   * @param reason why, as the provider says
   */
  record Declined(String reason) implements ProviderAnswer {
    public Declined {
      reason = ProviderText.kept(reason, LONGEST_REASON);
    }
  }
}
