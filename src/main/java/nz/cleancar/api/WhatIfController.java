package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import nz.cleancar.account.AccountsAsked;
import nz.cleancar.api.DecisionMetrics.Purpose;
import nz.cleancar.decision.Accounts;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.Decisions;
import nz.cleancar.message.DecisionResponse;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.Read;
import nz.cleancar.message.RequestReader;
import nz.cleancar.message.WhatIfRequest;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/** Decisions that are not logged, over HTTP. */
@Controller("/decisions/what-if")
@Tag(name = "Decisions")
final class WhatIfController {

  private final RequestReader reader;
  private final Decisions decisions;
  private final Policies policies;
  private final PolicyAsked asked;
  private final AccountsAsked accounts;
  private final NewZealand newZealand;
  private final DecisionMetrics metrics;
  private final Answers answers;
  private final Executor blocking;

  WhatIfController(
      RequestReader reader,
      Decisions decisions,
      Policies policies,
      PolicyAsked asked,
      AccountsAsked accounts,
      NewZealand newZealand,
      DecisionMetrics metrics,
      Answers answers,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.reader = reader;
    this.decisions = decisions;
    this.policies = policies;
    this.asked = asked;
    this.accounts = accounts;
    this.newZealand = newZealand;
    this.metrics = metrics;
    this.answers = answers;
    this.blocking = blocking;
  }

  /** Decides, and logs nothing. */
  @Operation(
      summary = "Decide and log nothing",
      description =
          "`policyVersion` asks for another policy than the live one, or for a draft; `asKnownAt`"
              + " asks for the policy that was live at that moment.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = WhatIfRequest.class),
              examples = @ExampleObject(Examples.WHAT_IF_REQUEST)))
  @ApiResponse(
      responseCode = "200",
      description = "The decision, without an id",
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
      description = "The policy version cannot be read or compiled",
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
      description = "The account or the policy version is not known",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @Post
  CompletionStage<HttpResponse<byte[]>> whatIf(
      HttpRequest<?> http, @Nullable Authentication signedIn, @Body byte[] body) {
    return switch (reader.whatIf(body)) {
      case Read.Broken<WhatIfRequest>(String detail) ->
          CompletableFuture.completedStage(
              answers.problem(ProblemType.MALFORMED_JSON, detail, http));
      case Read.Faulty<WhatIfRequest>(List<InputFault> faults) ->
          CompletableFuture.completedStage(
              answers.problem(ProblemType.INVALID_REQUEST, faults, http));
      case Read.Good<WhatIfRequest>(WhatIfRequest request) ->
          answer(http, accounts.to(TokenPeople.asking(signedIn)), request);
    };
  }

  /** Deciding takes microseconds and stays on this thread; whatever is looked up leaves it. */
  private CompletionStage<HttpResponse<byte[]>> answer(
      HttpRequest<?> http, Accounts known, WhatIfRequest request) {
    Optional<AccountFacts> given = request.account().facts();
    if (given.isPresent() && request.policyVersion() == null && request.asKnownAt() == null) {
      return CompletableFuture.completedStage(decide(policies.live(), request, given.get()));
    }
    return CompletableFuture.supplyAsync(() -> lookUp(http, known, request, given), blocking);
  }

  private HttpResponse<byte[]> lookUp(
      HttpRequest<?> http, Accounts known, WhatIfRequest request, Optional<AccountFacts> given) {
    return switch (asked.policy(
        request.policyVersion(), request.asKnownAt(), Answers.instance(http))) {
      case PolicyAsked.None(Problem problem) -> answers.problem(problem);
      case PolicyAsked.Found(CompiledPolicy policy) ->
          given
              .or(() -> known.facts(request.account().accountNumber()))
              .map(facts -> decide(policy, request, facts))
              .orElseGet(() -> unknownAccount(http, request));
    };
  }

  private HttpResponse<byte[]> unknownAccount(HttpRequest<?> http, WhatIfRequest request) {
    return answers.problem(
        Asking.unknownAccount(request.account().accountNumber(), Answers.instance(http)));
  }

  private HttpResponse<byte[]> decide(
      CompiledPolicy policy, WhatIfRequest request, AccountFacts facts) {
    long start = System.nanoTime();
    Decision decision = decisions.whatIf(policy, request.question(facts));
    metrics.decided(Purpose.WHAT_IF, decision, System.nanoTime() - start);
    return answers.ok(DecisionResponse.from(decision, newZealand.now()));
  }
}
