package nz.cleancar.vehicle;

import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** All disputes. */
public interface DisputeBook {

  /** Keeps a dispute that is opened now. */
  void add(Dispute dispute);

  /**
   * Keeps how a dispute ended.
   *
   * @throws VehicleBook.Overtaken if it had ended already
   */
  void end(Dispute dispute);

  /** The dispute with this id, if there is one. */
  Optional<Dispute> find(Dispute.Id id);

  /** The account's open dispute about a vehicle that is missing, if there is one. */
  Optional<Dispute> openAboutMissing(AccountNumber account, Mark mark);

  /** Disputes of an account in the order of their ids, after the id; an empty text begins. */
  List<Dispute> of(AccountNumber account, String after, int most);

  /** Open disputes in the order of their ids, after the id; an empty text begins. */
  List<Dispute> open(String after, int most);
}
