package nz.cleancar.notice.smtp;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import nz.cleancar.notice.Mail;
import nz.cleancar.notice.Postman;
import nz.cleancar.notice.Unsent;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices while the service runs, where it has a mail server. */
@Factory
@Requires(property = "ccs.mail.host", notEquals = "")
final class SendingAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(SendingAtStart.class);

  @Singleton
  Postman.Settings settings(
      @Property(name = "ccs.mail.group", defaultValue = "20") int group,
      @Property(name = "ccs.mail.lease", defaultValue = "15m") Duration lease,
      @Property(name = "ccs.mail.first-wait", defaultValue = "1m") Duration firstWait,
      @Property(name = "ccs.mail.longest-wait", defaultValue = "6h") Duration longestWait,
      @Property(name = "ccs.mail.most-tries", defaultValue = "24") int mostTries) {
    return new Postman.Settings(group, lease, firstWait, longestWait, mostTries);
  }

  @Singleton
  Postman postman(Unsent unsent, Mail mail, NewZealand newZealand, Postman.Settings settings) {
    return new Postman(unsent, mail, newZealand, settings);
  }

  @Bean(preDestroy = "close")
  @Singleton
  @Named("notices")
  Loop loop(
      Postman postman, @Property(name = "ccs.mail.poll", defaultValue = "10s") Duration poll) {
    return new Loop(
        "notices",
        () -> {
          int taken = postman.round();
          if (taken > 0) {
            LOG.info("{} notices were sent.", taken);
          }
          return poll;
        },
        poll,
        LOG::error);
  }

  /** Begins once the service is up. */
  @Singleton
  @Requires(property = "ccs.policy", notEquals = "")
  @Requires(property = "ccs.mail.host", notEquals = "")
  static final class LoopAtStart {

    private final Loop loop;

    LoopAtStart(@Named("notices") Loop loop) {
      this.loop = loop;
    }

    @EventListener
    void started(StartupEvent event) {
      loop.start();
    }
  }
}
