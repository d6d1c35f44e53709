package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.util.UUID;
import nz.cleancar.work.Contention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What fails without the asker's fault. Where others are at work it is a matter of a moment; a
 * fault of ours is logged under an id, and the asker told the id and nothing else.
 */
@Singleton
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Contention contention;

  Failures(Contention contention) {
    this.contention = contention;
  }

  /** The problem that answers a request which failed so. */
  Problem problem(Throwable failure, String instance) {
    if (!contention.caused(failure)) {
      return logged(failure, instance);
    }
    LOG.atWarn()
        .addKeyValue("path", instance)
        .addKeyValue("cause", rootOf(failure).getMessage())
        .log("A request found the database busy");
    return Problem.of(ProblemType.BUSY, ProblemType.BUSY.meaning(), instance);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : rootOf(cause);
  }

  /** Logs the failure and gives the problem that names its id. */
  private static Problem logged(Throwable failure, String instance) {
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
