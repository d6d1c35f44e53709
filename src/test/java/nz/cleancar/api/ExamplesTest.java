package nz.cleancar.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import nz.cleancar.testing.Samples;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  private final JsonMapper mapper = JsonMapper.createDefault();

  @Test
  void the_documentation_shows_the_shared_samples() throws IOException {
    // Given
    // When
    JsonNode request = tree(Examples.DECISION_REQUEST);
    JsonNode whatIf = tree(Examples.WHAT_IF_REQUEST);
    JsonNode decision = at(reference(), "components", "examples", "decision", "value");

    // Then
    assertThat(request).isEqualTo(tree(Samples.request()));
    assertThat(whatIf).isEqualTo(tree(Samples.requestWithFullFacts()));
    assertThat(decision).isEqualTo(tree(Samples.response()));
  }

  /** The reference as the service shows it. */
  private JsonNode reference() throws IOException {
    try (var in =
        ExamplesTest.class.getResourceAsStream("/META-INF/swagger/clean-car-standard.json")) {
      return requireNonNull(mapper.readValue(requireNonNull(in), JsonNode.class));
    }
  }

  private static JsonNode at(JsonNode node, String... path) {
    return Stream.of(path)
        .reduce(node, (inside, name) -> requireNonNull(inside.get(name)), (a, b) -> b);
  }

  private JsonNode tree(String text) throws IOException {
    return requireNonNull(mapper.readValue(text, JsonNode.class));
  }
}
