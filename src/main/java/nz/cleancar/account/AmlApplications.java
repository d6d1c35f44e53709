package nz.cleancar.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** All applications to be verified under the AML/CFT Act 2009. */
public interface AmlApplications {

  /** Keeps a new application of an account that is locked. */
  void add(AmlApplication application);

  /** Keeps the agency's answer to an application of an account that is locked. */
  void answer(AmlApplication answered);

  /** The account, which is locked, is no longer verified from the day on. */
  void lapse(AccountNumber account, LocalDate day);

  /** The account's application that the agency has not answered, if there is one. */
  Optional<AmlApplication> open(AccountNumber account);

  /** The account's applications, the first one first. */
  List<AmlApplication> of(AccountNumber account);

  /** The applications that the agency has not answered, in the order of their ids, after the id. */
  List<AmlApplication> open(String afterId, int most);

  /** How many applications stood how at the end of the day. */
  Counts asOf(LocalDate day);

  /**
   * How many applications stood how.
   *
   * @param verified the agency verified the account, and that had not lapsed
   * @param pending the agency had not answered
   * @param declined the agency declined
   */
  record Counts(long verified, long pending, long declined) {}
}
