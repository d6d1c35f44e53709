package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;

/**
 * Finds the version that a path names: {@code live}, its whole name, or so many of its hex digits,
 * 8 or more, that no other version begins with them.
 */
@Singleton
final class VersionNames {

  private static final Pattern BEGINNING = Pattern.compile("(sha256:)?([0-9a-f]{8,64})");

  private final Versions versions;
  private final Policies policies;

  VersionNames(Versions versions, Policies policies) {
    this.versions = versions;
    this.policies = policies;
  }

  Optional<Version> find(String name) {
    if (name.equals("live")) {
      return versions.find(policies.live().policy().version());
    }
    if (PolicyVersion.isPolicyVersion(name)) {
      return versions.find(new PolicyVersion(name));
    }
    var beginning = BEGINNING.matcher(name);
    return beginning.matches() ? only(beginning.group(2)) : Optional.empty();
  }

  private Optional<Version> only(String digits) {
    List<Version> all =
        versions.all(Integer.MAX_VALUE).stream()
            .filter(version -> version.id().name().startsWith("sha256:" + digits))
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }
}
