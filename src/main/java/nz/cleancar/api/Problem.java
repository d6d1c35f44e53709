package nz.cleancar.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.message.FindingMessage;
import nz.cleancar.message.InputFault;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request (RFC 9457).
 *
 * @param type the stable address of the kind of problem, which answers with its description
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what went wrong this time
 * @param instance the path of the request
 * @param errorId the id under which the operators find it; absent unless the fault is ours
 * @param errors each fault of the input; absent unless the input is at fault
 * @param reasons why it is not done, each with a stable code; absent unless something was refused
 * @param findings what keeps a version of the policy back; absent unless one is
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "What went wrong with a request (RFC 9457).")
record Problem(
    @Schema(example = "/problems/invalid-request") String type,
    @Schema(example = "The request is not valid") String title,
    @Schema(example = "400") int status,
    @Schema(example = "The request has 1 fault.") String detail,
    @Schema(example = "/decisions") String instance,
    @Nullable String errorId,
    @Nullable List<InputFault> errors,
    @Nullable List<ReasonMessage> reasons,
    @Nullable List<FindingMessage> findings) {

  /** A problem of the kind. */
  static Problem of(ProblemType type, String detail, String instance) {
    return new Problem(
        type.address(),
        type.title(),
        type.status().getCode(),
        detail,
        instance,
        null,
        null,
        null,
        null);
  }

  /** A problem of the kind with these faults of the input. */
  static Problem of(ProblemType type, List<InputFault> errors, String instance) {
    String detail =
        errors.size() == 1
            ? "The request has 1 fault."
            : errors.size() < InputFault.MOST
                ? "The request has " + errors.size() + " faults."
                : "The request has " + InputFault.MOST + " faults or more; these are the first.";
    return new Problem(
        type.address(),
        type.title(),
        type.status().getCode(),
        detail,
        instance,
        null,
        errors,
        null,
        null);
  }

  /** A problem of the kind for these reasons. */
  static Problem of(ProblemType type, Collection<Refusal> why, String instance) {
    return new Problem(
        type.address(),
        type.title(),
        type.status().getCode(),
        why.stream().map(Refusal::says).collect(Collectors.joining(" ")),
        instance,
        null,
        null,
        why.stream().map(each -> new ReasonMessage(each.code(), each.says())).toList(),
        null);
  }

  /**
   * Why something is not done.
   *
   * @param code its stable name
   * @param says the reason in a sentence
   */
  @Serdeable
  @Schema(name = "Reason")
  record ReasonMessage(@Schema(example = "charges-unpaid") String code, String says) {}

  /** The problem with what keeps a version back. */
  Problem because(List<FindingMessage> found) {
    return new Problem(type, title, status, detail, instance, errorId, errors, reasons, found);
  }

  /** The problem with this detail. */
  Problem saying(String says) {
    return new Problem(type, title, status, says, instance, errorId, errors, reasons, findings);
  }

  /** The problem with the id under which the operators find it. */
  Problem loggedAs(String id) {
    return new Problem(type, title, status, detail, instance, id, errors, reasons, findings);
  }
}
