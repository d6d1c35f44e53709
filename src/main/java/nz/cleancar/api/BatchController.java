package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import nz.cleancar.account.AccountsAsked;
import nz.cleancar.decision.Accounts;
import nz.cleancar.message.DecisionRequest;
import nz.cleancar.message.DecisionResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Many decisions in one request: a line each way for each. Answers while it is asked, in the order
 * of the lines, and reads no faster than it decides and the asker takes the answers.
 */
@Controller("/decisions/batch")
@Tag(name = "Decisions")
final class BatchController {

  private static final String NDJSON = "application/x-ndjson";

  private final BatchGroups groups;
  private final AccountsAsked accounts;
  private final BatchLimits limits;
  private final Answers answers;
  private final Scheduler blocking;

  BatchController(
      BatchGroups groups,
      AccountsAsked accounts,
      BatchLimits limits,
      Answers answers,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.groups = groups;
    this.accounts = accounts;
    this.limits = limits;
    this.answers = answers;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  /** Decides and logs each line. */
  @Operation(
      summary = "Decide and log many",
      description =
          "One request a line in, one answer a line out, in the same order and while the request is"
              + " still being sent. A line that gets no decision is answered with its number and a"
              + " problem; empty lines are skipped, and counted.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(implementation = DecisionRequest.class),
              examples = @ExampleObject(Examples.DECISION_REQUEST)))
  @ApiResponse(
      responseCode = "200",
      description = "A decision or a problem for each line",
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(oneOf = {DecisionResponse.class, BatchGroups.LineProblem.class}),
              examples = @ExampleObject(Examples.BATCH)))
  @ApiResponse(
      responseCode = "415",
      description = "The content type is not supported",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @Post
  @Consumes(NDJSON)
  @Produces(NDJSON)
  HttpResponse<?> batch(
      HttpRequest<?> request,
      @Nullable Authentication signedIn,
      @Nullable @Body Publisher<byte[]> body) {
    if (request.getHeaders().contains(IdempotencyKey.HEADER)) {
      return answers.problem(
          ProblemType.INVALID_REQUEST, "A batch takes no `Idempotency-Key`.", request);
    }
    Flux<byte[]> bytes = body == null ? Flux.empty() : Flux.from(body);
    return HttpResponse.ok(
            answer(bytes, accounts.to(TokenPeople.asking(signedIn)), Answers.instance(request)))
        .contentType(NDJSON);
  }

  private Flux<byte[]> answer(Flux<byte[]> body, Accounts known, String instance) {
    var lines = new LineCutter(limits.lineBytes());
    return body.concatMapIterable(piece -> grouped(lines.cut(piece)), 1)
        .concatWith(Flux.defer(() -> Flux.fromStream(lines.end().map(List::of).stream())))
        .flatMapSequential(
            group ->
                Mono.fromCompletionStage(() -> groups.decide(group, known, instance))
                    .subscribeOn(blocking),
            limits.groupsUnderWay(),
            1)
        // Many clients read nothing before all is sent; this is how far they come.
        .publishOn(Schedulers.immediate(), limits.groupsUnread());
  }

  private List<List<Line>> grouped(List<Line> lines) {
    var grouped = new ArrayList<List<Line>>();
    for (int start = 0; start < lines.size(); start += limits.groupLines()) {
      int end = Math.min(lines.size(), start + limits.groupLines());
      grouped.add(lines.subList(start, end));
    }
    return grouped;
  }
}
