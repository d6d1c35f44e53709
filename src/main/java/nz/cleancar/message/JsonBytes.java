package nz.cleancar.message;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the wire's records as JSON in UTF-8. */
@Singleton
public final class JsonBytes {

  private final ObjectMapper mapper;

  JsonBytes(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  public byte[] of(Object body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory can always be written.", e);
    }
  }

  /** A writer for a program that has no container. */
  public static JsonBytes standalone() {
    return new JsonBytes(ObjectMapper.getDefault());
  }

  /** The record as a line of JSON. */
  public String text(Object body) {
    return new String(of(body), StandardCharsets.UTF_8);
  }
}
