package nz.cleancar.publishing.store;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyLoader;
import nz.cleancar.publishing.GateCheck;
import nz.cleancar.publishing.Notices;
import nz.cleancar.publishing.PolicyArchive;
import nz.cleancar.publishing.PolicyEvents;
import nz.cleancar.publishing.Publishing;
import nz.cleancar.publishing.ReportArchive;
import nz.cleancar.publishing.Reports;
import nz.cleancar.publishing.Rounds;
import nz.cleancar.publishing.ScenarioSuites;
import nz.cleancar.publishing.StartingPolicy;
import nz.cleancar.publishing.TrialRun;
import nz.cleancar.publishing.Versions;
import nz.cleancar.scenario.Suites;
import nz.cleancar.standard.NewZealand;

/** Starts the service with the policy that is live, or the one in {@code ccs.policy}. */
@Factory
@Requires(property = "ccs.policy", notEquals = "")
final class PolicyAtStart {

  /** The folder's policy on its way, unless whoever started the service began before. */
  @Context
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Requires(missingBeans = StartingPolicy.class)
  StartingPolicy startingPolicy(
      @Property(name = "ccs.policy") Path directory, PolicyLoader loader) {
    return StartingPolicy.in(directory, loader);
  }

  @Singleton
  @Order(Ordered.LOWEST_PRECEDENCE)
  GateCheck scenarioSuites(Suites suites) {
    return new ScenarioSuites(suites);
  }

  @Singleton
  @Order(Ordered.HIGHEST_PRECEDENCE)
  GateCheck trialRun(@Property(name = "ccs.trial-questions", defaultValue = "64") int questions) {
    return new TrialRun(questions);
  }

  @Singleton
  Publishing.Parts parts(
      PolicyEvents events,
      PolicyArchive archive,
      ReportArchive reportArchive,
      Reports reports,
      List<GateCheck> gateChecks,
      PolicyLoader loader,
      NewZealand newZealand,
      Notices notices) {
    return new Publishing.Parts(
        events, archive, reportArchive, reports, gateChecks, loader, newZealand, notices);
  }

  @Singleton
  Publishing.Settings settings(
      @Property(name = "ccs.earlier-policies", defaultValue = "4") int earlierCompiled,
      @Property(name = "ccs.policy-poll", defaultValue = "1s") Duration poll,
      @Property(name = "ccs.schedule.prepared-ahead", defaultValue = "1m") Duration preparedAhead,
      @Property(name = "ccs.schedule.furthest-ahead", defaultValue = "731d")
          Duration furthestAhead) {
    return new Publishing.Settings(earlierCompiled, poll, preparedAhead, furthestAhead);
  }

  /** Waits for the database, then for the policy. */
  @Context
  @Order(Ordered.LOWEST_PRECEDENCE)
  Publishing publishing(
      StartingPolicy folder,
      @Property(name = "ccs.policy") Path directory,
      Publishing.Parts parts,
      Publishing.Settings settings) {
    var publishing = Publishing.start(folder, directory, parts, settings);
    publishing.says().ifPresent(parts.notices()::told);
    return publishing;
  }

  @Singleton
  Policies policies(Publishing publishing) {
    return publishing.policies();
  }

  @Singleton
  Versions versions(Publishing publishing) {
    return publishing.versions();
  }

  @Bean(preDestroy = "close")
  @Singleton
  Rounds rounds(Publishing publishing) {
    return publishing.rounds();
  }

  /** Begins to follow what others publish, once the service is up. */
  @Singleton
  @Requires(property = "ccs.policy", notEquals = "")
  static final class RoundsAtStart {

    private final Rounds rounds;

    RoundsAtStart(Rounds rounds) {
      this.rounds = rounds;
    }

    @EventListener
    void started(StartupEvent event) {
      rounds.start();
    }
  }
}
