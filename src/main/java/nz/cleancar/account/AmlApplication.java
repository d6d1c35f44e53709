package nz.cleancar.account;

import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * An application to be verified under the AML/CFT Act 2009, which credits can only be transferred
 * after.
 *
 * @param id its unique id
 * @param account which account
 * @param appliedOn the day it was made
 * @param appliedBy who made it
 * @param answer what the agency said, once it did
 */
public record AmlApplication(
    String id,
    AccountNumber account,
    LocalDate appliedOn,
    PersonName appliedBy,
    @Nullable Answer answer) {

  /** What the agency said, once it did. */
  public Optional<Answer> answered() {
    return Optional.ofNullable(answer);
  }

  AmlApplication answered(Answer said) {
    return new AmlApplication(id, account, appliedOn, appliedBy, said);
  }

  /**
   * What the agency said.
   *
   * @param verified whether the account is verified
   * @param on the day it was said
   * @param by who said it
   * @param reason why
   */
  public record Answer(boolean verified, LocalDate on, PersonName by, String reason) {}
}
