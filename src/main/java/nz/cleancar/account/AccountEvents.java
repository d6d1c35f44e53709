package nz.cleancar.account;

import java.time.Instant;
import java.util.List;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;

/** Everything that was ever done with accounts; it only grows. */
public interface AccountEvents {

  /** Appends what was done with an account that is locked or being opened; the event's number. */
  long append(AccountNumber account, Done done, Instant at);

  /** What was done with the account, in order, after the event of the number. */
  List<AccountEvent> of(AccountNumber account, long after, int most);

  /**
   * Something that was done.
   *
   * @param what what was done
   * @param detail what exactly, in words; empty where the kind says it all
   * @param by who did it
   * @param reason why; empty where nobody had to say so
   */
  record Done(What what, String detail, PersonName by, String reason) {}
}
