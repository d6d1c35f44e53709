package nz.cleancar.vehicle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.Quote;
import nz.cleancar.ledger.Settled;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Accepts the vehicles of one account in the ledger, as many as its credits and money reach for:
 * first those that owe nothing, since they may earn what the others need. For one thread.
 */
final class Till {

  private final Acceptances acceptances;
  private final List<AcceptedVehicle> accepted = new ArrayList<>();
  private final Map<AcceptedVehicle, List<Refusal>> short_ = new LinkedHashMap<>();
  private Settled settled = new Settled(Grams.ZERO, Grams.ZERO, Money.ZERO, Money.ZERO);
  private Settlement left;

  Till(Acceptances acceptances, Settlement how) {
    this.acceptances = acceptances;
    this.left = how;
  }

  /** Accepts as many as it can. */
  void take(List<AcceptedVehicle> vehicles) {
    together(vehicles.stream().filter(each -> !owes(each)).toList());
    together(vehicles.stream().filter(Till::owes).toList());
  }

  /** All together, which is faster; where that is refused, each for itself. */
  private void together(List<AcceptedVehicle> vehicles) {
    if (!vehicles.isEmpty() && accept(vehicles) instanceof Attempt.Refused<Settled> refused) {
      if (vehicles.size() == 1) {
        short_.put(vehicles.getFirst(), refused.refusals());
      } else {
        vehicles.forEach(each -> together(List.of(each)));
      }
    }
  }

  private Attempt<Settled> accept(List<AcceptedVehicle> vehicles) {
    Attempt<Settled> attempt = acceptances.accept(vehicles, left);
    if (attempt instanceof Attempt.Done<Settled>(Settled moved)) {
      accepted.addAll(vehicles);
      settled = sum(settled, moved);
      left =
          new Settlement(
              new Grams(
                  left.mostCredits().perKilometre().subtract(moved.creditsUsed().perKilometre())));
    }
    return attempt;
  }

  private static boolean owes(AcceptedVehicle vehicle) {
    return vehicle.assessment().difference().compareTo(Grams.ZERO) < 0;
  }

  private static Settled sum(Settled one, Settled other) {
    return new Settled(
        sum(one.creditsEarned(), other.creditsEarned()),
        sum(one.creditsUsed(), other.creditsUsed()),
        one.moneyUsed().plus(other.moneyUsed()),
        one.leftOwing().plus(other.leftOwing()));
  }

  private static Grams sum(Grams one, Grams other) {
    return new Grams(one.perKilometre().add(other.perKilometre()));
  }

  /** Those that were accepted. */
  List<AcceptedVehicle> accepted() {
    return accepted;
  }

  /** Those that were not, and why. */
  Map<AcceptedVehicle, List<Refusal>> refused() {
    return short_;
  }

  /** What it moved. */
  Settled settled() {
    return settled;
  }

  /** How the others may be settled: with the credits that were wished for and not used. */
  Settlement left() {
    return left;
  }

  /** What has to be paid in before the others are accepted. */
  Money toPay() {
    Quote quote = acceptances.quote(List.copyOf(short_.keySet()), left);
    return quote.toPay();
  }
}
