package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import nz.cleancar.decision.Unruled;

/** Answers where the policy lacks what a change would need; the change is undone. */
@Singleton
final class UnruledHandler implements ExceptionHandler<Unruled, HttpResponse<?>> {

  private final Doing doing;

  UnruledHandler(Doing doing) {
    this.doing = doing;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the framework declares it
  public HttpResponse<?> handle(HttpRequest request, Unruled lacking) {
    return doing.unruled((HttpRequest<?>) request, lacking);
  }
}
