package nz.cleancar.security.store;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.People;
import nz.cleancar.security.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The people of the file {@code ccs.people}, read again whenever the file has changed. */
@Singleton
final class PeopleInFile implements People {

  private static final Logger LOG = LoggerFactory.getLogger(PeopleInFile.class);

  private final Path file;
  private volatile Known known = new Known(Stamp.NONE, Map.of());

  PeopleInFile(@Property(name = "ccs.people") Path file) {
    this.file = file;
  }

  private record Stamp(FileTime modified, long size) {
    static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1);
  }

  private record Known(Stamp stamp, Map<String, Person> byDigest) {}

  @Override
  public Optional<Person> withToken(AccessToken token) {
    var stamp = stamp();
    if (!stamp.equals(known.stamp())) {
      known = new Known(stamp, read());
    }
    return Optional.ofNullable(known.byDigest().get(token.digest()));
  }

  private Stamp stamp() {
    try {
      return Files.exists(file)
          ? new Stamp(Files.getLastModifiedTime(file), Files.size(file))
          : Stamp.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody may sign in by a file that cannot be read. */
  private Map<String, Person> read() {
    try {
      return new PeopleFile(file)
          .read().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      PeopleFile.Entry::tokenDigest, PeopleFile.Entry::person, (_, last) -> last));
    } catch (IllegalArgumentException | UncheckedIOException | CsvParseException e) {
      LOG.error("Nobody can sign in: {}", e.getMessage());
      return Map.of();
    }
  }
}
