package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import nz.cleancar.account.UnderWay;
import nz.cleancar.standard.AccountNumber;

/** Payments into an account that have no final answer yet: their money may still come in. */
@Singleton
final class OpenPayments implements UnderWay {

  private final PaymentBook book;

  OpenPayments(PaymentBook book) {
    this.book = book;
  }

  @Override
  public String fact() {
    return "paymentsOpen";
  }

  @Override
  public boolean isIn(AccountNumber account) {
    return book.hasOpen(account);
  }
}
