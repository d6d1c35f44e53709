package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;

/** What is found in a version when it is read, analysed and compiled anew. Nothing is kept. */
@Singleton
final class FreshCheck {

  private final Versions versions;
  private final PolicyLoader loader;

  FreshCheck(Versions versions, PolicyLoader loader) {
    this.versions = versions;
    this.loader = loader;
  }

  List<Finding> findings(Version version) {
    return switch (loader.check(versions.sources(version.id()).orElseThrow())) {
      case Candidate.Accepted(CompiledPolicy compiled, List<Finding> findings) -> {
        compiled.close();
        yield findings;
      }
      case Candidate.Refused(List<Finding> findings) -> findings;
    };
  }
}
