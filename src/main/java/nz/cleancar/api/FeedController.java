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
import java.util.List;
import nz.cleancar.message.FeedAnswer;
import nz.cleancar.message.FeedRequests;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.Read;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Received;
import nz.cleancar.work.Refusal;

/**
 * Where other systems tell of vehicles over HTTP, one message in a request. Messages may come
 * doubled, late and in any order, so they take no idempotency key: their ids are theirs.
 */
@Controller("/feeds")
@Secured({"feed"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Feeds")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {

  private static final String LINES =
      " Many messages go as `application/x-ndjson`, one a line; each is answered with a line while"
          + " the request is still being sent. The same message may be sent again: it counts once,"
          + " and a sender's ids are its own."
          + " A message that contradicts what is known is answered with a problem.";

  private final Feeds feeds;
  private final FeedRequests requests;
  private final Answers answers;

  FeedController(Feeds feeds, FeedRequests requests, Answers answers) {
    this.feeds = feeds;
    this.requests = requests;
    this.answers = answers;
  }

  /** MIAMI names the account for the vehicles of a model. */
  @Operation(
      summary = "MIAMI names the account for the vehicles of a model",
      description = "VINs are assigned to the model before or after." + LINES)
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedRequests.ModelRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It is kept, or was before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedAnswer.class)))
  @Post("/miami/model-codes")
  HttpResponse<byte[]> modelCode(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    return take(http, requests.modelCode(TokenPeople.person(signedIn), body));
  }

  /** MIAMI says which model a VIN is of. */
  @Operation(
      summary = "MIAMI says which model a VIN is of",
      description = "The vehicle goes to the account that is named for the model." + LINES)
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedRequests.VinRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It is kept, or was before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedAnswer.class)))
  @Post("/miami/vins")
  HttpResponse<byte[]> vin(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    return take(http, requests.vin(TokenPeople.person(signedIn), body));
  }

  /** Fuelsaver names the account for a used vehicle. */
  @Operation(
      summary = "Fuelsaver names the account for a used vehicle",
      description =
          "By its VIN or its chassis number; of several accounts the one that was named last counts."
              + LINES)
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedRequests.AccountRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It is kept, or was before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedAnswer.class)))
  @Post("/fuelsaver")
  @Secured({"feed", "certifier"})
  HttpResponse<byte[]> fuelsaver(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    return take(http, requests.account(TokenPeople.person(signedIn), body));
  }

  /** The motor vehicle register tells of a vehicle, or corrects what it told. */
  @Operation(
      summary = "The motor vehicle register tells of a vehicle, or corrects what it told",
      description =
          "A record with a VIN and a chassis number says that they are the same vehicle's. Corrections decide again, before acceptance only; later ones are listed for the agency."
              + LINES)
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedRequests.RegisterRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It is kept, or was before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedAnswer.class)))
  @Post("/register")
  HttpResponse<byte[]> register(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    return take(http, requests.registered(TokenPeople.person(signedIn), body));
  }

  /** Entry certification of a used vehicle is complete. */
  @Operation(
      summary = "Entry certification of a used vehicle is complete",
      description = "The vehicle is then ready and decided by the law of that day." + LINES)
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedRequests.CompletionRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It is kept, or was before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedAnswer.class)))
  @Post("/entry-certifications")
  @Secured({"feed", "certifier"})
  HttpResponse<byte[]> entryCertification(
      HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    return take(http, requests.entryCertification(TokenPeople.person(signedIn), body));
  }

  /** Pre-delivery inspection of a new vehicle is complete. */
  @Operation(
      summary = "Pre-delivery inspection of a new vehicle is complete",
      description = "The vehicle is then ready and decided by the law of that day." + LINES)
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedRequests.CompletionRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It is kept, or was before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedAnswer.class)))
  @Post("/pre-delivery-inspections")
  HttpResponse<byte[]> preDeliveryInspection(
      HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    return take(http, requests.preDeliveryInspection(TokenPeople.person(signedIn), body));
  }

  private HttpResponse<byte[]> take(HttpRequest<?> http, Read<FeedMessage> read) {
    return switch (read) {
      case Read.Broken<FeedMessage>(String detail) ->
          answers.problem(ProblemType.MALFORMED_JSON, detail, http);
      case Read.Faulty<FeedMessage>(List<InputFault> faults) ->
          answers.problem(ProblemType.INVALID_REQUEST, faults, http);
      case Read.Good<FeedMessage>(FeedMessage message) ->
          switch (feeds.receive(List.of(message)).getFirst()) {
            case Received.Kept(var kept, var place) -> answers.okWith(FeedAnswer.kept(kept, place));
            case Received.Repeated(var repeated, var place) ->
                answers.okWith(FeedAnswer.repeated(repeated, place));
            case Received.Conflicting(var _, Refusal why) ->
                answers.problem(
                    Problem.of(ProblemType.CANNOT_BE_DONE, List.of(why), Answers.instance(http)));
          };
    };
  }
}
