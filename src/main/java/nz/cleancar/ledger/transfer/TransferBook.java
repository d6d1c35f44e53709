package nz.cleancar.ledger.transfer;

import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** All transfers. */
public interface TransferBook {

  /** Keeps an offer that was made now. */
  void add(Transfer transfer);

  /** Keeps what became of an offer. */
  void keep(Transfer transfer);

  /** The transfer, if there is one. */
  Optional<Transfer> find(TransferId id);

  /** Transfers from or to an account, the newest first, before the id; an empty text begins. */
  List<Transfer> of(AccountNumber account, String beforeId, int most);
}
