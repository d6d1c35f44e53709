package nz.cleancar.message;

import java.util.Optional;
import java.util.function.Function;

/** Reads the JSON object that a request is, and names all its faults at once. */
final class Body {

  private Body() {}

  /** The request that the reading makes of the body's members. */
  static <T> Read<T> read(byte[] body, Function<Members, Optional<T>> reading) {
    return switch (JsonText.parse(body)) {
      case JsonText.Parsed.Broken(String detail) -> new Read.Broken<>(detail);
      case JsonText.Parsed.Tree(Json json) -> {
        var faults = new Faults();
        var request = Members.of(json, faults).flatMap(reading);
        yield faults.isEmpty()
            ? new Read.Good<>(request.orElseThrow())
            : new Read.Faulty<>(faults.all());
      }
    };
  }
}
