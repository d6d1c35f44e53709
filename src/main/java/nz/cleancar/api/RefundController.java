package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.ledger.payment.Refunds;
import nz.cleancar.message.MoneyRequests;
import nz.cleancar.message.MoneyRequests.RefundRequest;
import nz.cleancar.message.RefundMessage;
import nz.cleancar.security.Person;

/** Money that the agency pays back over HTTP. */
@Controller("/accounts/{number}/refunds")
@Secured({"agency"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Agency")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RefundController {

  private final Refunds refunds;
  private final Doing doing;

  RefundController(Refunds refunds, Doing doing) {
    this.refunds = refunds;
    this.doing = doing;
  }

  /** Pays money back. */
  @Operation(
      summary = "Record that money of an account that is not used is paid back",
      description = "How it reaches the holder is the agency's matter.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RefundRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The refund",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RefundMessage.class)))
  @Post
  HttpResponse<byte[]> payBack(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        MoneyRequests.refund(body),
        request ->
            AccountPaths.number(number)
                .then(named -> refunds.payBack(agency, named, request.money(), request.reason())),
        refund -> Told.ok(RefundMessage.from(refund)));
  }
}
