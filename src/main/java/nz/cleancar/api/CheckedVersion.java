package nz.cleancar.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.message.FindingMessage;
import nz.cleancar.message.VersionMessage;
import nz.cleancar.policy.Finding;
import nz.cleancar.publishing.Version;

/**
 * A version that was checked just now.
 *
 * @param version how far it has come
 * @param findings everything that was found in it
 */
@Serdeable
@Schema(name = "CheckedPolicyVersion")
record CheckedVersion(VersionMessage version, List<FindingMessage> findings) {

  static CheckedVersion from(Version version, List<Finding> findings) {
    return new CheckedVersion(
        VersionMessage.from(version), findings.stream().map(FindingMessage::from).toList());
  }
}
