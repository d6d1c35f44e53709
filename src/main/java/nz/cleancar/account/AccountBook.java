package nz.cleancar.account;

import nz.cleancar.decision.Accounts;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;

/** All CO2 accounts, which decisions ask for their facts. */
public interface AccountBook extends Accounts {

  /** Opens an account. When this returns, it is open also after the process was killed. */
  Opening open(AccountFacts account);

  /** Whether no account was ever opened. */
  boolean isEmpty();

  /** What became of opening an account. */
  sealed interface Opening {

    /** It is open. */
    record Opened(AccountFacts account) implements Opening {}

    /** Another account has the number; nothing changed. */
    record NumberTaken(AccountNumber number) implements Opening {}
  }
}
