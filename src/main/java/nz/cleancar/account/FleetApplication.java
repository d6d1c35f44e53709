package nz.cleancar.account;

import java.time.LocalDate;
import java.util.Optional;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * An application for fleet average (SL 2022/285, regs 20 and 21).
 *
 * @param id its unique id
 * @param account which account is to change its scheme
 * @param declared what the applicant declared
 * @param appliedOn the day it was made
 * @param appliedBy who made it
 * @param answer what the agency said, once it did
 */
public record FleetApplication(
    String id,
    AccountNumber account,
    Declarations declared,
    LocalDate appliedOn,
    PersonName appliedBy,
    @Nullable Answer answer) {

  /** What the agency said, once it did. */
  public Optional<Answer> answered() {
    return Optional.ofNullable(answer);
  }

  FleetApplication answered(Answer said) {
    return new FleetApplication(id, account, declared, appliedOn, appliedBy, said);
  }

  /**
   * What an applicant declares, each in at most {@link #LONGEST} characters.
   *
   * @param applicant about the applicant and its business of importing
   * @param relatedParties about parties related to it
   * @param insolvency about insolvency proceedings
   */
  public record Declarations(String applicant, String relatedParties, String insolvency) {

    /** How long a declaration may be. */
    public static final int LONGEST = 2_000;
  }

  /** What the agency said. */
  public sealed interface Answer {

    /** The day it was said. */
    LocalDate on();

    /** Who said it. */
    PersonName by();

    /** Why. */
    String reason();

    /** The account is in fleet average from the day. */
    record Approved(LocalDate on, PersonName by, String reason, LocalDate from) implements Answer {}

    /** The account stays as it is. */
    record Declined(LocalDate on, PersonName by, String reason) implements Answer {}
  }
}
