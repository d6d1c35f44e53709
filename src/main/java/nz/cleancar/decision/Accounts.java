package nz.cleancar.decision;

import java.util.Optional;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;

/** Where a decision asks for account facts. */
public interface Accounts {

  /** The facts of the account with this number, if there is one. */
  Optional<AccountFacts> facts(AccountNumber number);
}
