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
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import nz.cleancar.account.AccountsAsked;
import nz.cleancar.api.Asking.Answer;
import nz.cleancar.api.DecisionMetrics.Purpose;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.Decisions;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.message.DecisionRequest;
import nz.cleancar.message.DecisionResponse;
import nz.cleancar.message.Moments;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/** Logged decisions over HTTP: makes them, reads them and replays them. */
@Controller("/decisions")
@Tag(name = "Decisions")
final class DecisionController {

  private final Asking asking;
  private final AccountsAsked accounts;
  private final Decisions decisions;
  private final PolicyAsked asked;
  private final DecisionMetrics metrics;
  private final Answers answers;

  DecisionController(
      Asking asking,
      AccountsAsked accounts,
      Decisions decisions,
      PolicyAsked asked,
      DecisionMetrics metrics,
      Answers answers) {
    this.asking = asking;
    this.accounts = accounts;
    this.decisions = decisions;
    this.asked = asked;
    this.metrics = metrics;
    this.answers = answers;
  }

  /** Decides, logs and answers with the decision. */
  @Operation(
      summary = "Decide and log",
      description =
          "The account is named by its number, and its facts are looked up. The sample accounts are"
              + " open to anybody; others to their people, certifiers, the agency and those who"
              + " keep the policy, who sign in.")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "Repeating a request with its key returns the first answer",
      schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DecisionRequest.class),
              examples = @ExampleObject(Examples.DECISION_REQUEST)))
  @ApiResponse(
      responseCode = "201",
      description = "The decision, which is in the log",
      headers = @Header(name = "Location", description = "The address of the decision"),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DecisionResponse.class),
              examples = @ExampleObject(name = "decision", ref = "#/components/examples/decision")))
  @ApiResponse(
      responseCode = "400",
      description = "The request has faults",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(Examples.PROBLEM)))
  @ApiResponse(
      responseCode = "409",
      description = "The idempotency key came with another body",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "413",
      description = "The body is too large",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "415",
      description = "The content type is not supported",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "422",
      description = "The account is not known",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The decision log is full",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @Post
  @ExecuteOn(TaskExecutors.BLOCKING)
  CompletionStage<HttpResponse<byte[]>> decide(
      HttpRequest<?> request, @Nullable Authentication signedIn, @Body byte[] body) {
    return switch (IdempotencyKey.of(request, body)) {
      case IdempotencyKey.Malformed _ ->
          CompletableFuture.completedStage(
              answers.problem(ProblemType.INVALID_REQUEST, IdempotencyKey.EXPECTED, request));
      case IdempotencyKey.Taken(Idempotency idempotency) ->
          asking
              .decide(
                  body,
                  idempotency,
                  accounts.to(TokenPeople.asking(signedIn)),
                  Purpose.DECISION,
                  Answers.instance(request))
              .thenApply(this::response);
    };
  }

  /** Reads a decision. */
  @Operation(summary = "Read a decision")
  @ApiResponse(
      responseCode = "200",
      description = "The decision",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DecisionResponse.class),
              examples = @ExampleObject(name = "decision", ref = "#/components/examples/decision")))
  @ApiResponse(
      responseCode = "404",
      description = "The decision is not known",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @Get("/{id}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> find(HttpRequest<?> request, @Nullable Authentication signedIn, String id) {
    return withDecision(request, signedIn, id, logged -> answers.ok(DecisionResponse.from(logged)));
  }

  /** Decides again with the decision's own policy, and says whether the answer is identical. */
  @Operation(
      summary = "Replay a decision",
      description =
          "Decides again with the decision's own policy version and facts; `asKnownAt` decides with"
              + " the policy that was live at that moment instead.")
  @Parameter(
      name = "asKnownAt",
      in = ParameterIn.QUERY,
      description = "The moment whose live policy decides",
      example = Moments.EXAMPLE,
      schema = @Schema(implementation = String.class, format = "date-time"))
  @ApiResponse(
      responseCode = "200",
      description = "The decision made again",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReplayResponse.class)))
  @ApiResponse(
      responseCode = "400",
      description = "`asKnownAt` is no moment, or in the future",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description = "The decision is not known",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "409",
      description = "The policy of the decision is not at hand",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "422",
      description = "No policy was live at that moment",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @Post("/{id}/replay")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> replay(
      HttpRequest<?> request,
      @Nullable Authentication signedIn,
      String id,
      @QueryValue @Nullable String asKnownAt) {
    if (asKnownAt == null) {
      return withDecision(request, signedIn, id, logged -> replay(request, logged, null));
    }
    // A plus sign that was not escaped arrives as a space.
    return Moments.read(asKnownAt.replace(' ', '+'))
        .map(
            moment ->
                withDecision(request, signedIn, id, logged -> replay(request, logged, moment)))
        .orElseGet(
            () ->
                answers.problem(
                    ProblemType.INVALID_REQUEST,
                    "`asKnownAt` must be a moment such as " + Moments.EXAMPLE + ".",
                    request));
  }

  private HttpResponse<byte[]> replay(
      HttpRequest<?> request, LoggedDecision logged, @Nullable OffsetDateTime asKnownAt) {
    var own = logged.decision().policyVersion();
    return switch (asked.policy(own.name(), asKnownAt, Answers.instance(request))) {
      case PolicyAsked.Found(CompiledPolicy policy) -> replay(logged, policy);
      case PolicyAsked.None none when asKnownAt == null && none.isUnknown() ->
          answers.problem(
              ProblemType.POLICY_NOT_AT_HAND,
              "Policy " + own + " cannot be asked any more.",
              request);
      case PolicyAsked.None(Problem problem) -> answers.problem(problem);
    };
  }

  private HttpResponse<byte[]> replay(LoggedDecision logged, CompiledPolicy policy) {
    long start = System.nanoTime();
    Decision again = decisions.whatIf(policy, logged.decision().question());
    metrics.decided(Purpose.REPLAY, again, System.nanoTime() - start);
    return answers.okWith(ReplayResponse.from(logged, again));
  }

  private HttpResponse<byte[]> withDecision(
      HttpRequest<?> request,
      @Nullable Authentication signedIn,
      String id,
      Function<LoggedDecision, HttpResponse<byte[]>> answer) {
    if (!DecisionId.isDecisionId(id)) {
      return answers.problem(
          ProblemType.INVALID_REQUEST,
          "A decision id has 26 digits and capital letters, as in 01JQ8YV6F2M8N9T5R4K3H7W2XA.",
          request);
    }
    return decisions
        .find(new DecisionId(id))
        .filter(logged -> accounts.areOpen(TokenPeople.asking(signedIn), account(logged)))
        .map(answer)
        .orElseGet(
            () ->
                answers.problem(
                    ProblemType.UNKNOWN_DECISION, "There is no decision " + id + ".", request));
  }

  private static AccountNumber account(LoggedDecision logged) {
    return logged.decision().question().account().number();
  }

  private HttpResponse<byte[]> response(Answer answer) {
    return switch (answer) {
      case Answer.Kept(LoggedDecision decision, byte[] written) ->
          answers.created(decision, written);
      case Answer.Repeated(LoggedDecision first) -> answers.createdBefore(first);
      case Answer.Refused(Problem problem) -> answers.problem(problem);
    };
  }
}
