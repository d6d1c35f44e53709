package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
  void this_machine_alone_may_be_listened_on(String host) {
    // Given
    // When
    // Then
    assertThatCode(() -> LoopbackOnly.check("host", host)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.1", "", "  "})
  void nothing_else_may_be_listened_on(String host) {
    // Given
    // When
    // Then
    assertThatThrownBy(() -> LoopbackOnly.check("micronaut.server.host", host))
        .hasMessageContaining("this machine alone")
        .hasMessageContaining("micronaut.server.host");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "localhost:8080, true",
    "127.0.0.1:1, true",
    "[::1], true",
    "[::1]:8080, true",
    "localhost.nz, false",
    "127.0.0.1.nz:80, false",
    "[::2]:80, false",
    "':80', false"
  })
  void only_hosts_of_this_machine_are_answered_to(String host, boolean loopback) {
    // Given
    // When
    boolean answered = HostGuard.isLoopback(host);

    // Then
    assertThat(answered).isEqualTo(loopback);
  }
}
