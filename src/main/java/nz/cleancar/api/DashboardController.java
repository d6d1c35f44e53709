package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.message.DashboardMessage;
import nz.cleancar.statement.Dashboards;

/** An account's dashboard over HTTP. */
@Controller("/accounts/{number}/dashboard")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Statements")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DashboardController {

  private final Dashboards dashboards;
  private final AccountViews views;
  private final Doing doing;

  DashboardController(Dashboards dashboards, AccountViews views, Doing doing) {
    this.dashboards = dashboards;
    this.views = views;
    this.doing = doing;
  }

  /** The figures of an account's dashboard. */
  @Operation(
      summary = "What waits in an account, what it holds, and what it is committed to",
      description =
          "Vehicles that wait, credits with their expiries, pending charges by the day they are"
              + " due, money on hand; for fleet average the net position of each year that is not"
              + " settled, with its indicative charge.")
  @ApiResponse(
      responseCode = "200",
      description = "The dashboard",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DashboardMessage.class)))
  @Get
  HttpResponse<byte[]> dashboard(HttpRequest<?> http, Authentication signedIn, String number) {
    return doing.read(
        http,
        () -> views.viewed(TokenPeople.person(signedIn), number),
        account -> views.ok(DashboardMessage.from(dashboards.of(account))));
  }
}
