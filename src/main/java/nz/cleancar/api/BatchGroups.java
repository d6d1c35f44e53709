package nz.cleancar.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import nz.cleancar.api.Asking.Answer;
import nz.cleancar.api.DecisionMetrics.Purpose;
import nz.cleancar.decision.Accounts;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.message.DecisionJson;
import nz.cleancar.message.DecisionResponse;
import nz.cleancar.message.JsonBytes;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;

/** Decides the lines of a batch a group at a time, so that a group shares commits and look-ups. */
@Singleton
final class BatchGroups {

  private final Asking asking;
  private final BatchLimits limits;
  private final JsonBytes json;
  private final DecisionJson decisions;
  private final Failures failures;

  BatchGroups(
      Asking asking,
      BatchLimits limits,
      JsonBytes json,
      DecisionJson decisions,
      Failures failures) {
    this.asking = asking;
    this.limits = limits;
    this.json = json;
    this.decisions = decisions;
    this.failures = failures;
  }

  /**
   * A line that got no decision.
   *
   * @param line its number, counted from 1
   * @param problem why not
   */
  @Serdeable
  @Schema(name = "LineProblem")
  record LineProblem(@Schema(example = "7") long line, Problem problem) {}

  /** The answers to the lines, in their order, each ending with a new line. Never fails. */
  CompletionStage<byte[]> decide(List<Line> lines, Accounts accounts, String instance) {
    var remembered = new RememberedAccounts(accounts);
    var answers = new ArrayList<CompletableFuture<byte[]>>(lines.size());
    for (Line line : lines) {
      answers.add(answer(line, remembered, instance));
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(_ -> joined(answers));
  }

  private CompletableFuture<byte[]> answer(Line line, Accounts remembered, String instance) {
    try {
      return switch (line) {
        case Line.Overlong(long number) ->
            CompletableFuture.completedFuture(refused(number, overlong(instance)));
        case Line.Whole(long number, byte[] bytes) ->
            asking
                .decide(bytes, new Idempotency.None(), remembered, Purpose.BATCH, instance)
                .thenApply(answer -> written(number, answer))
                .exceptionally(failure -> failed(number, failure, instance))
                .toCompletableFuture();
      };
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(failed(line.number(), e, instance));
    }
  }

  private byte[] written(long number, Answer answer) {
    return switch (answer) {
      case Answer.Kept(LoggedDecision _, byte[] written) -> written;
      case Answer.Repeated(LoggedDecision first) -> decisions.of(DecisionResponse.from(first));
      case Answer.Refused(Problem problem) -> refused(number, problem);
    };
  }

  private byte[] failed(long number, Throwable failure, String instance) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return refused(number, failures.problem(cause, instance));
  }

  private byte[] refused(long number, Problem problem) {
    return json.of(new LineProblem(number, problem));
  }

  private Problem overlong(String instance) {
    return Problem.of(
        ProblemType.TOO_LARGE,
        "A line of a batch has at most " + limits.lineBytes() + " bytes.",
        instance);
  }

  private static byte[] joined(List<CompletableFuture<byte[]>> answers) {
    var bytes = new ByteArrayOutputStream();
    for (CompletableFuture<byte[]> answer : answers) {
      bytes.writeBytes(answer.join());
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  /** Asks for each account once. For one thread. */
  private static final class RememberedAccounts implements Accounts {

    private final Accounts accounts;
    private final Map<AccountNumber, Optional<AccountFacts>> known = new HashMap<>();

    RememberedAccounts(Accounts accounts) {
      this.accounts = accounts;
    }

    @Override
    public Optional<AccountFacts> facts(AccountNumber number) {
      return known.computeIfAbsent(number, accounts::facts);
    }
  }
}
