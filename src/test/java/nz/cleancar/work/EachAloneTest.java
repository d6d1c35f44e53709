package nz.cleancar.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nz.cleancar.work.EachAlone.Failed;
import org.junit.jupiter.api.Test;

class EachAloneTest {

  @Test
  void what_fails_is_named_and_the_rest_is_done() {
    // Given
    var each = new EachAlone();

    // When
    var done =
        Stream.of("1", "two", "3")
            .flatMap(text -> each.attempt("the " + text, () -> Integer.valueOf(text)).stream())
            .toList();
    each.attempt(
        "the last",
        () -> {
          throw new IllegalStateException();
        });

    // Then
    assertThat(done).containsExactly(1, 3);
    assertThat(each.failed())
        .containsExactly(
            new Failed("the two", "For input string: \"two\""),
            new Failed("the last", "java.lang.IllegalStateException"));
  }
}
