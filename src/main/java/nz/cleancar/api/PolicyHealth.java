package nz.cleancar.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import nz.cleancar.policy.Policies;
import org.reactivestreams.Publisher;

/** Ready once a policy is live, and says which. */
@Singleton
@Readiness
final class PolicyHealth implements HealthIndicator {

  private final Policies policies;

  PolicyHealth(Policies policies) {
    this.policies = policies;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    String version = policies.live().policy().version().name();
    return Publishers.just(
        HealthResult.builder("policy", HealthStatus.UP)
            .details(Map.of("version", version))
            .build());
  }
}
