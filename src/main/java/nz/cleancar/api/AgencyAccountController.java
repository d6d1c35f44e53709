package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import nz.cleancar.account.Account;
import nz.cleancar.account.AmlVerification;
import nz.cleancar.account.FleetApplication;
import nz.cleancar.account.FleetAverage;
import nz.cleancar.account.FleetAverage.Asked;
import nz.cleancar.account.Suspending;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.message.AccountMessage;
import nz.cleancar.message.AgencyRequests;
import nz.cleancar.message.AgencyRequests.FleetDecision;
import nz.cleancar.message.AgencyRequests.Revocation;
import nz.cleancar.message.AgencyRequests.SuspensionRequest;
import nz.cleancar.message.AgencyRequests.VerificationDecision;
import nz.cleancar.message.ApplicationMessage;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.Attempt;
import org.jspecify.annotations.Nullable;

/** What the agency does with accounts over HTTP: answers applications, suspends and lifts. */
@Controller("/accounts/{number}")
@Secured({"agency"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Agency")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgencyAccountController {

  private final FleetAverage fleetAverage;
  private final AmlVerification verification;
  private final Suspending suspending;
  private final NewZealand clock;
  private final Doing doing;

  AgencyAccountController(
      FleetAverage fleetAverage,
      AmlVerification verification,
      Suspending suspending,
      NewZealand clock,
      Doing doing) {
    this.fleetAverage = fleetAverage;
    this.verification = verification;
    this.suspending = suspending;
    this.clock = clock;
    this.doing = doing;
  }

  /** Answers an application for fleet average. */
  @Operation(
      summary = "Approve or decline an application for fleet average",
      description =
          "An approval names the first day on which the account is in fleet average, today or"
              + " later.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FleetDecision.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The application with its answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicationMessage.class)))
  @Post("/fleet-average-applications/{id}/decision")
  HttpResponse<byte[]> decideFleetAverage(
      HttpRequest<?> http, Authentication signedIn, String number, String id, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        AgencyRequests.fleetDecision(body),
        request ->
            AccountPaths.number(number)
                .then(named -> AccountPaths.id(id, "application").map(of -> new Asked(named, of)))
                .then(asked -> decided(agency, asked, request)),
        application -> Told.ok(ApplicationMessage.from(application)));
  }

  private Attempt<FleetApplication> decided(Person agency, Asked asked, FleetDecision request) {
    return request
        .from()
        .map(from -> fleetAverage.approve(agency, asked, from, request.reason()))
        .orElseGet(() -> fleetAverage.decline(agency, asked, request.reason()));
  }

  /** Takes fleet average back. */
  @Operation(
      summary = "Revoke the approval of fleet average",
      description = "The account pays as it goes from the first day, today or later.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Revocation.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.class)))
  @Post("/fleet-average-revocations")
  HttpResponse<byte[]> revokeFleetAverage(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        AgencyRequests.revocation(body),
        request ->
            AccountPaths.number(number)
                .then(
                    named ->
                        fleetAverage.revoke(agency, named, request.firstDay(), request.reason())),
        this::told);
  }

  /** Verifies an account. */
  @Operation(summary = "Verify an account that applied, or decline to")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VerificationDecision.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The application with its answer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicationMessage.class)))
  @Post("/verification/decision")
  HttpResponse<byte[]> decideVerification(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        AgencyRequests.verification(body),
        request ->
            AccountPaths.number(number)
                .then(
                    named ->
                        verification.answer(agency, named, request.verified(), request.reason())),
        application -> Told.ok(ApplicationMessage.from(application)));
  }

  /** Suspends an account. */
  @Operation(
      summary = "Suspend an account",
      description =
          "From its first day to its last, both included, when it ends by itself (Land Transport"
              + " Act 1998, s 192). The policy says which grounds need notice, and how long a"
              + " suspension may last.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SuspensionRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.class)))
  @Post("/suspensions")
  HttpResponse<byte[]> suspend(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        AgencyRequests.suspension(body),
        request ->
            AccountPaths.number(number)
                .then(
                    named ->
                        suspending.suspend(agency, named, request.suspension(), request.reason())),
        this::told);
  }

  /** Lifts what suspends an account. */
  @Operation(
      summary = "Lift an account's suspension before its last day",
      description = "From today the account is suspended no more, now or later. `reason` says why.")
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.class)))
  @Delete("/suspensions")
  HttpResponse<byte[]> lift(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue String reason) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        new byte[0],
        () ->
            AccountPaths.number(number)
                .then(
                    named ->
                        AccountPaths.reason(reason)
                            .then(why -> suspending.lift(agency, named, why))),
        this::told);
  }

  private Told told(Account account) {
    return Told.ok(AccountMessage.from(account, clock.today()));
  }
}
