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
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.account.Closing;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.message.AccountMessage;
import nz.cleancar.message.AccountRequests;
import nz.cleancar.message.AccountRequests.ClosingRequest;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;

/** Closing accounts over HTTP. */
@Controller("/accounts/{number}/closing")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountClosingController {

  private final Closing closing;
  private final NewZealand clock;
  private final Doing doing;

  AccountClosingController(Closing closing, NewZealand clock, Doing doing) {
    this.closing = closing;
    this.clock = clock;
    this.doing = doing;
  }

  /** Closes an account. */
  @Operation(
      summary = "Close an account",
      description =
          "What keeps an account open is the table `closing`: charges that are not paid, payments"
              + " without an answer, a fleet year that is not settled, vehicles that wait, money that"
              + " was not used. Credits that are left are deleted only where `deleteCredits` says so,"
              + " by somebody who may transfer them; transfer them before. The agency closes an account with a reason (Land Transport"
              + " Act 1998, s 191).")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClosingRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.class)))
  @Post
  HttpResponse<byte[]> close(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        body,
        AccountRequests.closing(body),
        request ->
            AccountPaths.number(number)
                .then(
                    named -> closing.close(person, named, request.deletesCredits(), request.why())),
        account -> Told.ok(AccountMessage.from(account, clock.today())));
  }
}
