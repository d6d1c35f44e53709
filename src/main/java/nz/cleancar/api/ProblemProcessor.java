package nz.cleancar.api;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import nz.cleancar.message.RequestReader;

/** Gives the errors that Micronaut finds by itself the body of a problem. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<byte[]> {

  private final Answers answers;
  private final Failures failures;

  ProblemProcessor(Answers answers, Failures failures) {
    this.answers = answers;
    this.failures = failures;
  }

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    Problem problem = problem(context, response);
    MutableHttpResponse<byte[]> answer = answers.problem(problem);
    response.getHeaders().forEachValue(answer.getHeaders()::add);
    return request.getMethod() == HttpMethod.HEAD ? answer.body(null) : answer;
  }

  private Problem problem(ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    // The routes bind nothing but bodies, so a route that cannot be satisfied lacks its body.
    if (context.getRootCause().orElse(null) instanceof UnsatisfiedRouteException) {
      return plain(ProblemType.MALFORMED_JSON, RequestReader.NO_BODY, request);
    }
    HttpStatus status = response.status();
    ProblemType type = ProblemType.of(status);
    return switch (type) {
      case INTERNAL ->
          failures.problem(
              context.getRootCause().orElseGet(() -> new IllegalStateException(status.getReason())),
              Answers.instance(request));
      case NOT_FOUND -> plain(type, "There is nothing at this path.", request);
      case METHOD_NOT_ALLOWED ->
          plain(type, "This path does not take " + request.getMethodName() + ".", request);
      case UNSUPPORTED_MEDIA_TYPE ->
          plain(
              type,
              request
                  .getContentType()
                  .map(found -> "This path does not take the content type of the request.")
                  .orElse("The request has no content type."),
              request);
      case REFUSED ->
          new Problem(
              type.address(),
              status.getReason(),
              status.getCode(),
              type.meaning(),
              Answers.instance(request),
              null,
              null,
              null,
              null);
      default -> plain(type, type.meaning(), request);
    };
  }

  private static Problem plain(ProblemType type, String detail, HttpRequest<?> request) {
    return Problem.of(type, detail, Answers.instance(request));
  }
}
