package nz.cleancar.account;

import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** All applications for fleet average. */
public interface FleetApplications {

  /** Keeps a new application of an account that is locked. */
  void add(FleetApplication application);

  /** Keeps the agency's answer to an application of an account that is locked. */
  void answer(FleetApplication answered);

  /** The account's application that the agency has not answered, if there is one. */
  Optional<FleetApplication> open(AccountNumber account);

  /** The account's applications, the first one first. */
  List<FleetApplication> of(AccountNumber account);

  /** The applications that the agency has not answered, in the order of their ids, after the id. */
  List<FleetApplication> open(String afterId, int most);
}
