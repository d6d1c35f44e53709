package nz.cleancar.ledger.payment;

import java.util.List;
import nz.cleancar.standard.AccountNumber;

/** All refunds. */
public interface RefundBook {

  /** Keeps a refund that was made now. */
  void add(Refund refund);

  /** Refunds of an account, the newest first, before the id; an empty text begins. */
  List<Refund> of(AccountNumber account, String beforeId, int most);
}
