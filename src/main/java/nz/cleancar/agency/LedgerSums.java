package nz.cleancar.agency;

import java.time.LocalDate;
import java.util.List;
import nz.cleancar.agency.GoLiveReport.Asked;

/** The ledger as the database adds it up: charges, and balances taken back to the due day. */
public interface LedgerSums {

  /** The days on which credits were earned that accounts held when the day began, or later. */
  List<LocalDate> lotDays(LocalDate day);

  /**
   * The figures.
   *
   * @param expired the days whose credits had expired on the due day
   */
  LedgerFigures of(Asked asked, List<LocalDate> expired);
}
