package nz.cleancar.publishing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.security.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was handed in, and how far it has come.
 *
 * @param id the digest over its sources
 * @param author who handed it in first
 * @param handedInAt when
 * @param reason why
 * @param base the version that it was made from; absent where it came as a whole
 * @param authors everyone who handed the same sources in, none of whom may approve it
 * @param lastCheck the latest check; absent before the first
 * @param stage where it is in its life
 */
public record Version(
    PolicyVersion id,
    PersonName author,
    Instant handedInAt,
    String reason,
    @Nullable PolicyVersion base,
    Set<PersonName> authors,
    @Nullable Check lastCheck,
    Stage stage) {

  public Version {
    authors = Set.copyOf(authors);
  }

  /** The version that it was made from, unless it came as a whole. */
  public Optional<PolicyVersion> madeFrom() {
    return Optional.ofNullable(base);
  }

  /** The latest check, once there was one. */
  public Optional<Check> check() {
    return Optional.ofNullable(lastCheck);
  }

  Version at(Stage next) {
    return new Version(id, author, handedInAt, reason, base, authors, lastCheck, next);
  }

  Version checked(Check check, Stage next) {
    return new Version(id, author, handedInAt, reason, base, authors, check, next);
  }

  Version alsoBy(Set<PersonName> all) {
    return new Version(id, author, handedInAt, reason, base, all, lastCheck, stage);
  }
}
