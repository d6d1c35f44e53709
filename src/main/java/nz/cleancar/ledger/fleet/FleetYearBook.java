package nz.cleancar.ledger.fleet;

import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** All fleet years that were settled. */
public interface FleetYearBook {

  /** Keeps a year that was settled now. */
  void add(FleetYear year);

  /** Keeps that a year's charge was deferred, in whichever way. */
  void keep(FleetYear year);

  /** What was settled of the year, if it was. */
  Optional<FleetYear> find(AccountNumber account, int year);

  /** Accounts with a fleet in the year that is not settled, in order, after the text. */
  List<AccountNumber> unsettled(int year, String afterAccount, int most);
}
