package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.payment.AfterPayment;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Acceptance.NotAccepted;
import nz.cleancar.vehicle.AcceptanceOrders.Order;
import nz.cleancar.vehicle.VehicleBook.Overtaken;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;

/**
 * Has accounts take the vehicles that a payment was for, all of them or none. Nothing is logged
 * inside the payment's work: a vehicle is taken on the decision that its holder paid for, where the
 * same is decided today.
 */
@Singleton
final class PaidAcceptances implements AfterPayment {

  private final AcceptanceOrders orders;
  private final AccountBook accounts;
  private final AccountRules rules;
  private final VehicleBook book;
  private final Deciding deciding;
  private final Acceptances acceptances;
  private final UniqueIds ids;
  private final NewZealand clock;

  PaidAcceptances(
      AcceptanceOrders orders,
      AccountBook accounts,
      AccountRules rules,
      VehicleBook book,
      Deciding deciding,
      Acceptances acceptances,
      UniqueIds ids,
      NewZealand clock) {
    this.orders = orders;
    this.accounts = accounts;
    this.rules = rules;
    this.book = book;
    this.deciding = deciding;
    this.acceptances = acceptances;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Attempt<Payment> received(Payment payment) {
    Optional<Order> order = orders.of(payment.id());
    if (order.isEmpty()) {
      return Attempt.done(payment);
    }
    Account account = accounts.lock(order.get().account()).orElseThrow();
    try {
      return rules
          .allowing(account, Operation.ACCEPT_VEHICLE, clock.today())
          .then(_ -> take(order.get(), account))
          .map(_ -> payment);
    } catch (Overtaken overtaken) {
      return Attempt.refused(
          Refusal.refused(
              "changed-meanwhile",
              "A vehicle's record changed at the same time; accept the vehicles again, the money is"
                  + " on the account."));
    }
  }

  private Attempt<Order> take(Order order, Account account) {
    Circumstances now = deciding.looking();
    List<VehicleFile> files = book.files(order.vehicles());
    var filing =
        new Filing(() -> ids.next(clock.now()), Map.of(), files, book.models(Feeds.models(files)));
    var desk = new AcceptanceDesk(account, new Course(now, filing.models()), filing);
    desk.judge(
        order.vehicles(),
        (folder, question) ->
            AcceptanceJudgement.of(folder.record(), question, deciding.whatIf(question)));
    List<Refusal> changed = changed(order, desk.ready());
    if (!changed.isEmpty()) {
      return Attempt.refused(changed);
    }
    var till = new Till(acceptances, order.how());
    till.take(desk.ready());
    desk.taken(till, "Accepted, and paid by payment " + order.payment() + ".");
    List<Refusal> why =
        desk.results().stream()
            .filter(NotAccepted.class::isInstance)
            .flatMap(result -> ((NotAccepted) result).why().stream())
            .distinct()
            .toList();
    if (!why.isEmpty()) {
      return Attempt.refused(why);
    }
    book.keep(filing.changes(clock.now(), order.by().text()));
    return Attempt.done(order);
  }

  /** What owes otherwise than its holder was told when the payment was started. */
  private static List<Refusal> changed(Order order, List<AcceptedVehicle> vehicles) {
    if (order.charges().isEmpty()) {
      return List.of();
    }
    return vehicles.stream()
        .filter(
            vehicle ->
                !vehicle
                    .assessment()
                    .charge()
                    .amount()
                    .equals(
                        order
                            .charges()
                            .get(order.vehicles().indexOf(new VehicleId(vehicle.vehicleId())))))
        .map(
            vehicle ->
                Refusal.refused(
                    "decided-anew",
                    "Vehicle %s was decided anew since the payment was started and now owes $%s; accept it again if that is right."
                        .formatted(vehicle.vehicleId(), vehicle.assessment().charge().amount())))
        .toList();
  }
}
