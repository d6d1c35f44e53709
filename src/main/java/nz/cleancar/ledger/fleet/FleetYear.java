package nz.cleancar.ledger.fleet;

import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import org.jspecify.annotations.Nullable;

/**
 * What was settled of an account's fleet year.
 *
 * @param account the account
 * @param year the year
 * @param result what the fleet owed or earned, by the policy of the day that it was settled on
 * @param carriedOver grams above target that an earlier year had left to it
 * @param settledOn the day that it was settled on
 * @param deferral what was carried into the next year, where that was done
 */
public record FleetYear(
    AccountNumber account,
    int year,
    FleetStatement.Result result,
    Grams carriedOver,
    LocalDate settledOn,
    FleetStatement.@Nullable Deferred deferral) {

  /** What was carried into the next year, where that was done. */
  public Optional<FleetStatement.Deferred> deferred() {
    return Optional.ofNullable(deferral);
  }

  FleetYear with(FleetStatement.Deferred done) {
    return new FleetYear(account, year, result, carriedOver, settledOn, done);
  }
}
