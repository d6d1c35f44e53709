package nz.cleancar.api;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a request that lacks a token, or whose person lacks the role. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessRefused implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

  private final Answers answers;

  AccessRefused(Answers answers) {
    this.answers = answers;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    HttpRequest<?> http = request;
    return exception.isForbidden()
        ? answers.problem(ProblemType.NOT_ALLOWED, ProblemType.NOT_ALLOWED.meaning(), http)
        : answers
            .problem(ProblemType.NOT_SIGNED_IN, ProblemType.NOT_SIGNED_IN.meaning(), http)
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Clean Car Standard\"");
  }
}
