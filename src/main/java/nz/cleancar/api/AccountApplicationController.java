package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.account.AmlVerification;
import nz.cleancar.account.FleetApplications;
import nz.cleancar.account.FleetAverage;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.message.AccountRequests;
import nz.cleancar.message.AccountRequests.ApplicationRequest;
import nz.cleancar.message.ApplicationMessage;
import nz.cleancar.security.Person;

/** What holders apply for over HTTP: fleet average, and verification. */
@Controller("/accounts/{number}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountApplicationController {

  private final FleetAverage fleetAverage;
  private final FleetApplications fleets;
  private final AmlVerification verification;
  private final AmlApplications checks;
  private final AccountViews views;
  private final Doing doing;

  AccountApplicationController(
      FleetAverage fleetAverage,
      FleetApplications fleets,
      AmlVerification verification,
      AmlApplications checks,
      AccountViews views,
      Doing doing) {
    this.fleetAverage = fleetAverage;
    this.fleets = fleets;
    this.verification = verification;
    this.checks = checks;
    this.views = views;
    this.doing = doing;
  }

  /** Applies for fleet average. */
  @Operation(
      summary = "Apply for fleet average",
      description =
          "With declarations about the applicant, related parties and insolvency (SL 2022/285,"
              + " reg 20). The account stays pay as you go unless the agency approves.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicationRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The application",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicationMessage.class)))
  @Post("/fleet-average-applications")
  HttpResponse<byte[]> applyForFleetAverage(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        body,
        AccountRequests.application(body),
        request ->
            AccountPaths.number(number)
                .then(named -> fleetAverage.apply(person, named, request.declarations())),
        application ->
            Told.created(
                "/accounts/%s/fleet-average-applications".formatted(application.account()),
                ApplicationMessage.from(application)));
  }

  /** The account's applications for fleet average. */
  @Operation(summary = "The account's applications for fleet average, the first one first")
  @ApiResponse(
      responseCode = "200",
      description = "The applications",
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = ApplicationMessage.class))))
  @Get("/fleet-average-applications")
  HttpResponse<byte[]> fleetAverage(HttpRequest<?> http, Authentication signedIn, String number) {
    return doing.read(
        http,
        () -> views.viewed(TokenPeople.person(signedIn), number),
        account ->
            views.ok(fleets.of(account.number()).stream().map(ApplicationMessage::from).toList()));
  }

  /** Applies to be verified. */
  @Operation(
      summary = "Apply to be verified under the AML/CFT Act 2009",
      description = "Credits can be transferred once the agency has verified both accounts.")
  @ApiResponse(
      responseCode = "201",
      description = "The application",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicationMessage.class)))
  @Post("/verification")
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> applyForVerification(
      HttpRequest<?> http, Authentication signedIn, String number) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        new byte[0],
        () -> AccountPaths.number(number).then(named -> verification.apply(person, named)),
        application ->
            Told.created(
                "/accounts/%s/verification".formatted(application.account()),
                ApplicationMessage.from(application)));
  }

  /** The account's applications to be verified. */
  @Operation(summary = "The account's applications to be verified, the first one first")
  @ApiResponse(
      responseCode = "200",
      description = "The applications",
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = ApplicationMessage.class))))
  @Get("/verification")
  HttpResponse<byte[]> verification(HttpRequest<?> http, Authentication signedIn, String number) {
    return doing.read(
        http,
        () -> views.viewed(TokenPeople.person(signedIn), number),
        account ->
            views.ok(checks.of(account.number()).stream().map(ApplicationMessage::from).toList()));
  }
}
