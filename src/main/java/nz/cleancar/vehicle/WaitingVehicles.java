package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import nz.cleancar.account.UnderWay;
import nz.cleancar.standard.AccountNumber;

/**
 * Vehicles that an account has neither accepted nor rejected. Those that the standard was decided
 * not to apply to wait for nothing.
 */
@Singleton
final class WaitingVehicles implements UnderWay {

  private static final String NOT_SUBJECT = "NOT_SUBJECT";

  private final VehicleBook book;

  WaitingVehicles(VehicleBook book) {
    this.book = book;
  }

  @Override
  public String fact() {
    return "vehiclesWaiting";
  }

  @Override
  public boolean isIn(AccountNumber account) {
    return book.counts(account).stream().anyMatch(each -> !each.outcome().equals(NOT_SUBJECT));
  }
}
