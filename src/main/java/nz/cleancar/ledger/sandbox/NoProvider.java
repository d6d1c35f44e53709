package nz.cleancar.ledger.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.payment.PaymentProvider;
import nz.cleancar.ledger.payment.ProviderAnswer;
import nz.cleancar.standard.Money;

/** Stands where no payment provider is set up: it takes no money, and says so. */
final class NoProvider implements PaymentProvider {

  private static final ProviderAnswer DECLINED =
      new ProviderAnswer.Declined(
          "This service has no payment provider, so nothing was paid; tell the agency.");

  @Override
  public List<ProviderAnswer> ask(PaymentId id, Money amount, String reference) {
    return List.of(DECLINED);
  }

  @Override
  public LookUp lookUp(PaymentId id) {
    return new LookUp.NeverAsked();
  }

  @Override
  public Optional<List<Line>> statement(LocalDate day) {
    return Optional.of(List.of());
  }
}
