package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults of ours: logs each under an id, and tells the asker the id and nothing else. */
@Singleton
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Logs the failure and gives the problem that names its id. */
  Problem logged(Throwable failure, String instance) {
    String id = UUID.randomUUID().toString();
    LOG.atError()
        .addKeyValue("errorId", id)
        .addKeyValue("path", instance)
        .setCause(failure)
        .log("A request failed");
    return Problem.of(
            ProblemType.INTERNAL,
            "The service failed; its operators find the cause under the error id.",
            instance)
        .loggedAs(id);
  }
}
