package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import nz.cleancar.api.Doing.Told;
import nz.cleancar.message.DisputeMessage;
import nz.cleancar.message.DisputeRequests;
import nz.cleancar.message.VehicleMessage;
import nz.cleancar.security.Person;
import nz.cleancar.vehicle.Dispute;
import nz.cleancar.vehicle.Disputes;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** Disputes about vehicles over HTTP, and what the agency looks into. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Disputes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DisputeController {

  private final Disputes disputes;
  private final VehicleRecords records;
  private final Doing doing;
  private final Answers answers;

  DisputeController(Disputes disputes, VehicleRecords records, Doing doing, Answers answers) {
    this.disputes = disputes;
    this.records = records;
    this.doing = doing;
    this.answers = answers;
  }

  /** Dispute a vehicle's record. */
  @Operation(
      summary = "Dispute a vehicle's record",
      description =
          "Before acceptance only. Until the agency resolves it the vehicle is neither"
              + " decided nor accepted.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeRequests.DisputeRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The dispute",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeMessage.class)))
  @Post("/vehicles/{id}/disputes")
  HttpResponse<byte[]> dispute(
      HttpRequest<?> http, Authentication signedIn, String id, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return disputes.within(
        asked ->
            doing.change(
                http,
                person,
                body,
                DisputeRequests.dispute(body),
                request ->
                    VehiclePaths.vehicle(id)
                        .then(
                            vehicle ->
                                asked.open(person, vehicle, request.ground(), request.text())),
                DisputeController::created));
  }

  /** Say that a vehicle is missing from an account. */
  @Operation(
      summary = "Say that a vehicle is missing from an account",
      description = "By its VIN or its chassis number; the agency looks for it.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeRequests.MissingRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The dispute",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeMessage.class)))
  @Post("/accounts/{number}/disputes")
  HttpResponse<byte[]> missing(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return disputes.within(
        asked ->
            doing.change(
                http,
                person,
                body,
                DisputeRequests.missing(body),
                request ->
                    AccountPaths.number(number)
                        .then(
                            named -> asked.missing(person, named, request.mark(), request.text())),
                DisputeController::created));
  }

  /** The disputes of an account, in the order in which they were opened. */
  @Operation(
      summary = "The disputes of an account, in the order in which they were opened",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of disputes",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeMessage.Page.class)))
  @Get("/accounts/{number}/disputes")
  HttpResponse<byte[]> ofAccount(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.number(number)
                .then(
                    named ->
                        AccountPaths.part(limit, after)
                            .then(
                                part ->
                                    disputes
                                        .of(
                                            TokenPeople.person(signedIn),
                                            named,
                                            part.after(),
                                            part.most())
                                        .map(found -> DisputeMessage.Page.of(found, part.most())))),
        answers::okWith);
  }

  /** The disputes that are open, in the order in which they were opened. */
  @Operation(
      summary = "The disputes that are open, in the order in which they were opened",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of disputes",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeMessage.Page.class)))
  @Get("/agency/disputes")
  @Secured({"agency"})
  HttpResponse<byte[]> open(
      HttpRequest<?> http,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.part(limit, after)
                .map(
                    part ->
                        DisputeMessage.Page.of(
                            disputes.open(part.after(), part.most()), part.most())),
        answers::okWith);
  }

  /** Resolve a dispute. */
  @Operation(
      summary = "Resolve a dispute",
      description =
          "What its ground allows is said by the policy. CORRECTED waits for the register's"
              + " correction and MOVED decides for the right account; REJECTED takes the vehicle"
              + " out; UPHELD leaves the record as it is. The holder is told.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeRequests.ResolutionRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The dispute, resolved",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DisputeMessage.class)))
  @Post("/disputes/{id}/resolution")
  @Secured({"agency"})
  HttpResponse<byte[]> resolve(
      HttpRequest<?> http, Authentication signedIn, String id, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return disputes.within(
        asked ->
            doing.change(
                http,
                agency,
                body,
                DisputeRequests.resolution(body),
                request ->
                    dispute(id).then(dispute -> asked.resolve(agency, dispute, request.said())),
                resolved -> Told.ok(DisputeMessage.from(resolved))));
  }

  /** Corrections, and completions that would have counted, that came after acceptance. */
  @Operation(
      summary = "Corrections, and completions that would have counted, that came after acceptance",
      description =
          "They change nothing; the agency looks into them. `limit` is at most 500; `after`"
              + " goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of corrections",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VehicleMessage.LatePage.class)))
  @Get("/agency/late-corrections")
  @Secured({"agency"})
  HttpResponse<byte[]> lateCorrections(
      HttpRequest<?> http,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.part(limit, after)
                .map(
                    part ->
                        VehicleMessage.LatePage.of(
                            records.lateCorrections(part.after(), part.most()), part.most())),
        answers::okWith);
  }

  private static Attempt<Dispute.Id> dispute(String id) {
    return Dispute.Id.isId(id)
        ? Attempt.done(new Dispute.Id(id))
        : Attempt.refused(Refusal.unknown("no-such-dispute", "The path names no dispute."));
  }

  private static Told created(Dispute dispute) {
    return Told.created(
        "/accounts/%s/disputes".formatted(dispute.account()), DisputeMessage.from(dispute));
  }
}
