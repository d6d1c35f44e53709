package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.account.FleetApplications;
import nz.cleancar.message.ApplicationMessage;
import nz.cleancar.message.ApplicationMessage.Page;
import org.jspecify.annotations.Nullable;

/** What waits for the agency over HTTP: applications for fleet average and for verification. */
@Controller("/agency")
@Secured({"agency"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Agency")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgencyApplicationController {

  private final FleetApplications fleets;
  private final AmlApplications checks;
  private final AccountViews views;
  private final Doing doing;

  AgencyApplicationController(
      FleetApplications fleets, AmlApplications checks, AccountViews views, Doing doing) {
    this.fleets = fleets;
    this.checks = checks;
    this.views = views;
    this.doing = doing;
  }

  /** The applications for fleet average that wait. */
  @Operation(
      summary = "The applications for fleet average that wait for an answer, the first one first",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of applications",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicationMessage.Page.class)))
  @Get("/fleet-average-applications")
  HttpResponse<byte[]> fleetAverage(
      HttpRequest<?> http,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.limit(limit)
                .then(
                    most ->
                        AccountPaths.cursor(after)
                            .map(
                                from ->
                                    Page.of(
                                        fleets.open(from, most).stream()
                                            .map(ApplicationMessage::from)
                                            .toList(),
                                        most))),
        views::ok);
  }

  /** The applications to be verified that wait. */
  @Operation(
      summary = "The applications to be verified that wait for an answer, the first one first",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of applications",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApplicationMessage.Page.class)))
  @Get("/verifications")
  HttpResponse<byte[]> verifications(
      HttpRequest<?> http,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.limit(limit)
                .then(
                    most ->
                        AccountPaths.cursor(after)
                            .map(
                                from ->
                                    Page.of(
                                        checks.open(from, most).stream()
                                            .map(ApplicationMessage::from)
                                            .toList(),
                                        most))),
        views::ok);
  }
}
