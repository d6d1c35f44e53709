package nz.cleancar.publishing.store;

import jakarta.inject.Singleton;
import nz.cleancar.publishing.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators in the service's log. */
@Singleton
final class LoggedNotices implements Notices {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedNotices.class);

  @Override
  public void told(String sentence) {
    LOG.info("{}", sentence);
  }

  @Override
  public void alarm(String sentence) {
    LOG.error("{}", sentence);
  }
}
