package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import nz.cleancar.api.Asking.Answer;
import nz.cleancar.api.DecisionMetrics.Purpose;
import nz.cleancar.decision.Accounts;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.Decisions;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.message.DecisionResponse;

/** Logged decisions over HTTP: makes them, reads them and replays them. */
@Controller("/decisions")
final class DecisionController {

  private final Asking asking;
  private final Accounts accounts;
  private final Decisions decisions;
  private final DecisionMetrics metrics;
  private final Answers answers;

  DecisionController(
      Asking asking,
      Accounts accounts,
      Decisions decisions,
      DecisionMetrics metrics,
      Answers answers) {
    this.asking = asking;
    this.accounts = accounts;
    this.decisions = decisions;
    this.metrics = metrics;
    this.answers = answers;
  }

  /** Decides, logs and answers with the decision. */
  @Post
  @ExecuteOn(TaskExecutors.BLOCKING)
  CompletionStage<HttpResponse<byte[]>> decide(HttpRequest<?> request, @Body byte[] body) {
    return switch (IdempotencyKey.of(request, body)) {
      case IdempotencyKey.Malformed _ ->
          CompletableFuture.completedStage(
              answers.problem(ProblemType.INVALID_REQUEST, IdempotencyKey.EXPECTED, request));
      case IdempotencyKey.Taken(Idempotency idempotency) ->
          asking
              .decide(body, idempotency, accounts, Purpose.DECISION, Answers.instance(request))
              .thenApply(this::response);
    };
  }

  /** Reads a decision. */
  @Get("/{id}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> find(HttpRequest<?> request, String id) {
    return withDecision(request, id, logged -> answers.ok(DecisionResponse.from(logged)));
  }

  /** Decides again with the decision's own policy, and says whether the answer is identical. */
  @Post("/{id}/replay")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> replay(HttpRequest<?> request, String id) {
    return withDecision(request, id, logged -> replay(request, logged));
  }

  private HttpResponse<byte[]> replay(HttpRequest<?> request, LoggedDecision logged) {
    long start = System.nanoTime();
    Optional<Decision> again = decisions.again(logged.decision());
    if (again.isEmpty()) {
      return answers.problem(
          ProblemType.POLICY_NOT_AT_HAND,
          "Policy " + logged.decision().policyVersion() + " cannot be asked any more.",
          request);
    }
    metrics.decided(Purpose.REPLAY, again.get(), System.nanoTime() - start);
    return answers.ok(ReplayResponse.from(logged, again.get()));
  }

  private HttpResponse<byte[]> withDecision(
      HttpRequest<?> request, String id, Function<LoggedDecision, HttpResponse<byte[]>> answer) {
    if (!DecisionId.isDecisionId(id)) {
      return answers.problem(
          ProblemType.INVALID_REQUEST,
          "A decision id has 26 digits and capital letters, as in 01JQ8YV6F2M8N9T5R4K3H7W2XA.",
          request);
    }
    return decisions
        .find(new DecisionId(id))
        .map(answer)
        .orElseGet(
            () ->
                answers.problem(
                    ProblemType.UNKNOWN_DECISION, "There is no decision " + id + ".", request));
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
