package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import nz.cleancar.decision.LogIsFull;

/** Answers where decisions come faster than they can be logged; what rests on them is undone. */
@Singleton
final class LogIsFullHandler implements ExceptionHandler<LogIsFull, HttpResponse<?>> {

  private final Answers answers;

  LogIsFullHandler(Answers answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<?> handle(HttpRequest request, LogIsFull full) {
    return answers.problem(
        ProblemType.LOG_FULL, ProblemType.LOG_FULL.meaning(), (HttpRequest<?>) request);
  }
}
