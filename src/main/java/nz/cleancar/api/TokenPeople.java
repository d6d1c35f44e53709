package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.People;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tells who sends a request by the token in its {@code Authorization} header. */
@Singleton
final class TokenPeople implements TokenValidator<HttpRequest<?>> {

  private final People people;

  TokenPeople(People people) {
    this.people = people;
  }

  @Override
  public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
    return Mono.justOrEmpty(people.withToken(new AccessToken(token)).map(TokenPeople::signedIn));
  }

  private static Authentication signedIn(Person person) {
    List<String> roles = person.roles().stream().map(Role::word).toList();
    return Authentication.build(person.name().text(), roles, Map.of());
  }

  /** The person who is signed in, where somebody is. */
  static Optional<Person> asking(@Nullable Authentication signedIn) {
    return Optional.ofNullable(signedIn).map(TokenPeople::person);
  }

  /** The person who is signed in. */
  static Person person(Authentication signedIn) {
    Set<Role> roles =
        signedIn.getRoles().stream()
            .flatMap(word -> Role.named(word).stream())
            .collect(Collectors.toSet());
    return new Person(new PersonName(signedIn.getName()), roles);
  }
}
