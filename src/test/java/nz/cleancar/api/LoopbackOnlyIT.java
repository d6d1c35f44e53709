package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopbackOnlyIT {

  @Test
  void the_service_does_not_start_where_other_machines_reach_it() {
    // Given
    Map<String, Object> settings =
        Map.of(
            "test.fakes", "true",
            "micronaut.server.host", "0.0.0.0",
            "micronaut.server.port", "-1",
            "ccs.database.url", "jdbc:h2:mem:loopback;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");

    // When
    // Then
    assertThatThrownBy(() -> ApplicationContext.run(EmbeddedServer.class, settings).close())
        .hasStackTraceContaining("The service listens on this machine alone");
  }
}
