package nz.cleancar.publishing.store;

import static nz.cleancar.publishing.store.PublishingUntilKilled.ANA;
import static nz.cleancar.publishing.store.PublishingUntilKilled.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.Move;
import nz.cleancar.publishing.Publication;
import nz.cleancar.publishing.Versions;
import nz.cleancar.testing.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several services on one PostgreSQL. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SeveralServicesIT {

  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.postgresql();

  @Test
  void services_that_begin_at_once_have_one_first_version_and_follow_each_other() throws Exception {
    // Given
    var policy = SmallPolicy.in(folder);
    var services = startTwoAtOnce(policy);
    try (var one = services.getFirst();
        var two = services.getLast()) {
      var first = one.getBean(Versions.class).publications(10);

      // When
      var byOne = publish(one.getBean(Versions.class), 1).id();
      awaitLive(two, byOne);
      var byTwo = publish(two.getBean(Versions.class), 2).id();
      awaitLive(one, byTwo);
      var rolledBack = one.getBean(Versions.class).rollBack(ANA, "Back to yesterday's.");
      awaitLive(two, byOne);

      // Then
      assertThat(first).hasSize(1);
      assertThat(rolledBack).isInstanceOf(Move.Made.class);
      assertThat(SmallPolicy.answer(live(two))).isEqualByComparingTo("1");
      assertThat(two.getBean(Versions.class).publications(10))
          .extracting(Publication::version)
          .containsExactly(byOne, byTwo, byOne, first.getFirst().version());
    }
  }

  private List<ApplicationContext> startTwoAtOnce(SmallPolicy policy) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      return threads
          .invokeAll(
              Stream.generate(
                      () ->
                          (Callable<ApplicationContext>)
                              () ->
                                  database.service(
                                      Map.of(
                                          "ccs.policy",
                                          policy.folder().toString(),
                                          "ccs.policy-poll",
                                          "50ms")))
                  .limit(2)
                  .toList())
          .stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  private static nz.cleancar.policy.CompiledPolicy live(ApplicationContext service) {
    return service.getBean(Policies.class).live();
  }

  private static void awaitLive(ApplicationContext service, PolicyVersion version) {
    while (!live(service).policy().version().equals(version)) {
      LockSupport.parkNanos(10_000_000);
    }
  }
}
