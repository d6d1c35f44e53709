package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what no other handler of Micronaut's answers: the fault is not the asker's. */
@Singleton
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<byte[]>> {

  private final Answers answers;
  private final Failures failures;

  FailureHandler(Answers answers, Failures failures) {
    this.answers = answers;
    this.failures = failures;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<byte[]> handle(HttpRequest request, Throwable failure) {
    return answers.problem(failures.problem(failure, request.getPath()));
  }
}
