package nz.cleancar.security;

import java.util.Optional;

/** Everybody who may sign in. */
public interface People {

  /** The person whose token this is, if it is anybody's. */
  Optional<Person> withToken(AccessToken token);
}
