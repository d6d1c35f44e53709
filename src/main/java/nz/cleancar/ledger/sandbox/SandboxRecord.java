package nz.cleancar.ledger.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.standard.Money;

/** The sandbox's own record of what it was asked; kept apart from the ledger's work. */
public interface SandboxRecord {

  /** Keeps that it was asked for the payment once more; the first time decides the rest. */
  Asked asked(PaymentId id, Money amount, String reference, LocalDate day);

  /** What it was asked, if it was. */
  Optional<Asked> find(PaymentId id);

  /** What it was first asked on the day, in the order of the ids. */
  List<Asked> on(LocalDate day);

  /**
   * A payment that the sandbox was asked for.
   *
   * @param id its id
   * @param amount how much
   * @param reference its reference, which says how the sandbox behaves
   * @param times how often it was asked
   */
  record Asked(PaymentId id, Money amount, String reference, int times) {}
}
