package nz.cleancar.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonsTest {

  @Test
  void a_long_reason_is_cut_between_characters() {
    // Given: a character of two units, of which the last place has room for one
    String says = "x".repeat(998) + "\uD83D\uDE97" + "y".repeat(100);

    // When
    String cut = Course.cut(says);

    // Then
    assertThat(cut).isEqualTo("x".repeat(998) + "…");
  }
}
