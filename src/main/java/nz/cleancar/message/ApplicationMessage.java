package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.account.AmlApplication;
import nz.cleancar.account.FleetApplication;
import nz.cleancar.account.FleetApplication.Answer;
import nz.cleancar.account.FleetApplication.Answer.Approved;
import nz.cleancar.account.FleetApplication.Answer.Declined;
import org.jspecify.annotations.Nullable;

/**
 * An application that an account made, and what the agency said: for fleet average, or to be
 * verified under the AML/CFT Act 2009.
 *
 * @param id its unique id
 * @param account which account
 * @param state PENDING, then APPROVED or DECLINED, or VERIFIED or DECLINED
 * @param appliedOn the day it was made
 * @param appliedBy who made it
 * @param declared what was declared; for fleet average alone
 * @param answer what the agency said, once it did
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccountApplication")
public record ApplicationMessage(
    String id,
    @Schema(example = "CO2-200001") String account,
    @Schema(example = "PENDING") String state,
    @Schema(format = "date") String appliedOn,
    @Schema(example = "olive") String appliedBy,
    @Nullable Declared declared,
    @Nullable AnswerMessage answer) {

  private static final String PENDING = "PENDING";
  private static final String DECLINED = "DECLINED";

  /** An application for fleet average on the wire. */
  public static ApplicationMessage from(FleetApplication application) {
    var answer = application.answered();
    return new ApplicationMessage(
        application.id(),
        application.account().value(),
        answer.map(ApplicationMessage::state).orElse(PENDING),
        application.appliedOn().toString(),
        application.appliedBy().text(),
        new Declared(
            application.declared().applicant(),
            application.declared().relatedParties(),
            application.declared().insolvency()),
        answer.map(AnswerMessage::from).orElse(null));
  }

  /** An application to be verified on the wire. */
  public static ApplicationMessage from(AmlApplication application) {
    var answer = application.answered();
    return new ApplicationMessage(
        application.id(),
        application.account().value(),
        answer.map(said -> said.verified() ? "VERIFIED" : DECLINED).orElse(PENDING),
        application.appliedOn().toString(),
        application.appliedBy().text(),
        null,
        answer
            .map(
                said ->
                    new AnswerMessage(said.on().toString(), said.by().text(), said.reason(), null))
            .orElse(null));
  }

  private static String state(Answer answer) {
    return switch (answer) {
      case Approved _ -> "APPROVED";
      case Declined _ -> DECLINED;
    };
  }

  /**
   * What an applicant for fleet average declares.
   *
   * @param applicant about the applicant and its business of importing
   * @param relatedParties about parties related to it
   * @param insolvency about insolvency proceedings
   */
  @Serdeable
  @Schema(name = "FleetAverageDeclarations")
  public record Declared(String applicant, String relatedParties, String insolvency) {}

  /**
   * What the agency said.
   *
   * @param on the day it was said
   * @param by who said it
   * @param reason why
   * @param firstDay from when the account is in fleet average, where that was approved
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccountApplicationAnswer")
  public record AnswerMessage(
      @Schema(format = "date") String on,
      String by,
      String reason,
      @Nullable @Schema(format = "date") String firstDay) {

    static AnswerMessage from(Answer answer) {
      LocalDate firstDay =
          switch (answer) {
            case Approved approved -> approved.from();
            case Declined _ -> null;
          };
      return new AnswerMessage(
          answer.on().toString(),
          answer.by().text(),
          answer.reason(),
          firstDay == null ? null : firstDay.toString());
    }
  }

  /**
   * Applications, a page of them.
   *
   * @param applications in the order of their ids
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccountApplicationPage")
  public record Page(List<ApplicationMessage> applications, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<ApplicationMessage> found, int most) {
      return new Page(found, found.size() < most ? null : found.getLast().id());
    }
  }
}
