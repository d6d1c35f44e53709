package nz.cleancar.publishing.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import java.nio.file.Path;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.PublishedPolicies;
import nz.cleancar.publishing.StartingPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service with the policy in the directory {@code ccs.policy}. */
@Factory
@Requires(property = "ccs.policy", notEquals = "")
final class PolicyAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyAtStart.class);

  /** The policy on its way, unless whoever started the service began before. */
  @Context
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Requires(missingBeans = StartingPolicy.class)
  StartingPolicy startingPolicy(
      @Property(name = "ccs.policy") Path directory, PolicyLoader loader) {
    return StartingPolicy.in(directory, loader);
  }

  /** The policies that can be asked; waits for the database, then for the policy. */
  @Context
  @Order(Ordered.LOWEST_PRECEDENCE)
  @Bean(typed = Policies.class)
  PublishedPolicies policies(
      PolicyArchive archive,
      StartingPolicy starting,
      PolicyLoader loader,
      @Property(name = "ccs.earlier-policies", defaultValue = "4") int earlierCompiled) {
    var ready = starting.await();
    ready.warnings().stream().map(Finding::line).forEach(LOG::warn);
    return new PublishedPolicies(ready, archive, loader::load, earlierCompiled);
  }
}
