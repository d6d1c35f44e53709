package nz.cleancar.ledger.payment;

import java.util.List;
import java.util.Optional;

/** All discrepancies. */
public interface DiscrepancyBook {

  /**
   * Lists it, unless one with the key is listed.
   *
   * @param once what makes it the same as another: what was said of which payment
   */
  void add(Discrepancy discrepancy, String once);

  /** Keeps what people did about it. */
  void keep(Discrepancy discrepancy);

  /** The discrepancy, if there is one, held until the work ends. */
  Optional<Discrepancy> lock(String id);

  /** Discrepancies, the oldest first, after the id; an empty text begins. */
  List<Discrepancy> list(boolean onlyOpen, String afterId, int most);
}
