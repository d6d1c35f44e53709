package nz.cleancar.account;

import java.util.List;
import java.util.Optional;
import nz.cleancar.decision.Accounts;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;

/**
 * All CO2 accounts, which decisions ask for their facts as of New Zealand's today. An account is
 * changed inside work: {@link #lock}, decide, {@link #keep}.
 */
public interface AccountBook extends Accounts {

  /** A number that no account had or will have (Land Transport Act 1998, s 186). */
  AccountNumber nextNumber();

  /** Opens an account. When this returns, and the work around it, it is open for good. */
  Opening open(Account account);

  /** The account with this number, if there is one. */
  Optional<Account> find(AccountNumber number);

  /**
   * The account with this number, if there is one, held until the work ends: whoever else locks it
   * waits. Several are locked in the order of their numbers.
   */
  Optional<Account> lock(AccountNumber number);

  /** Keeps an account that was locked, as it is now. */
  void keep(Account account);

  /** Accounts in the order of their numbers, from the first one after the text. */
  List<Account> after(String number, int most);

  /** Accounts that the person may view, in the order of their numbers, after the text. */
  List<Account> viewedBy(PersonName person, String afterNumber, int most);

  /** Whether no account was ever opened. */
  boolean isEmpty();

  /** What became of opening an account. */
  sealed interface Opening {

    /** It is open. */
    record Opened(Account account) implements Opening {}

    /** Another account has the number; nothing changed. */
    record NumberTaken(AccountNumber number) implements Opening {}
  }
}
