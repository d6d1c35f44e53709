package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.MoneyRequests;
import nz.cleancar.message.MoneyRequests.AnswerRequest;
import nz.cleancar.message.Read;

/** What payment providers say over HTTP. */
@Controller("/payments/{id}/answers")
@Secured({"payments"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Payments")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProviderController {

  private final Payments payments;
  private final Answers answers;

  ProviderController(Payments payments, Answers answers) {
    this.payments = payments;
    this.answers = answers;
  }

  /** Keeps a provider's answer. */
  @Operation(
      summary = "Tell what became of a payment, as its provider",
      description =
          "The first final answer stands; saying it again changes nothing. Whatever does not fit,"
              + " such as another amount or a payment that nobody started, moves no money and is"
              + " listed for the agency.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AnswerRequest.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The answer was kept",
      content = @Content(mediaType = "application/json"))
  @Post
  HttpResponse<byte[]> answer(HttpRequest<?> http, String id, @Body byte[] body) {
    return switch (MoneyRequests.answer(body)) {
      case Read.Broken<AnswerRequest>(String detail) ->
          answers.problem(ProblemType.MALFORMED_JSON, detail, http);
      case Read.Faulty<AnswerRequest>(List<InputFault> faults) ->
          answers.problem(ProblemType.INVALID_REQUEST, faults, http);
      case Read.Good<AnswerRequest>(AnswerRequest request) -> {
        payments.answered(id, request.said());
        yield HttpResponse.accepted();
      }
    };
  }
}
