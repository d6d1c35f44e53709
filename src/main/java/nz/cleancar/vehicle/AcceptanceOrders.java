package nz.cleancar.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;

/** What payments are for that were started to accept vehicles. */
public interface AcceptanceOrders {

  /** Keeps an order; a payment has one at most. */
  void add(Order order);

  /** What the payment is for, if it is for accepting vehicles. */
  Optional<Order> of(PaymentId payment);

  /** The vehicles of an account that payments are for which have no final answer. */
  Set<VehicleId> pending(AccountNumber account);

  /**
   * Vehicles that are accepted once a payment is there.
   *
   * @param payment the payment
   * @param account whose
   * @param how how their charges are settled then
   * @param by who asked for it
   * @param at the moment
   * @param vehicles the vehicles, in the order in which they are accepted
   * @param charges what each of them owes, as its holder was told; none where that was not kept
   */
  record Order(
      PaymentId payment,
      AccountNumber account,
      Settlement how,
      PersonName by,
      Instant at,
      List<VehicleId> vehicles,
      List<Money> charges) {
    public Order {
      vehicles = List.copyOf(vehicles);
      charges = List.copyOf(charges);
    }
  }
}
