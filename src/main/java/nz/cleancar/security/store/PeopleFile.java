package nz.cleancar.security.store;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;

/**
 * The file of people: a line each with name, roles and the SHA-256 of the token. Whoever may write
 * the file decides who may sign in.
 */
public final class PeopleFile {

  private static final String NAME = "name";
  private static final String ROLES = "roles";
  private static final String TOKEN = "token_sha256";
  private static final long MOST_BYTES = 1_000_000;
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Path file;

  public PeopleFile(Path file) {
    this.file = file;
  }

  /** A person with the digest of their token. */
  public record Entry(Person person, String tokenDigest) {}

  /**
   * Everybody in the file; nobody where there is no file.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public List<Entry> read() {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException("The file of people is too large.");
      }
      try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
        var people = new ArrayList<Entry>();
        for (NamedCsvRecord line : lines) {
          people.add(entry(line));
        }
        return List.copyOf(people);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(NamedCsvRecord line) {
    String name = line.findField(NAME).orElse("");
    Set<Optional<Role>> roles =
        Arrays.stream(line.findField(ROLES).orElse("").split(";"))
            .map(String::strip)
            .map(Role::named)
            .collect(Collectors.toSet());
    String digest = line.findField(TOKEN).orElse("");
    if (!PersonName.isPersonName(name)
        || roles.contains(Optional.<Role>empty())
        || !DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "Line "
              + line.getStartingLineNumber()
              + " of the file of people is not a name, roles and a digest.");
    }
    return new Entry(
        new Person(
            new PersonName(name),
            roles.stream().flatMap(Optional::stream).collect(Collectors.toSet())),
        digest);
  }

  /** Writes everybody into the file, which only its owner may read. */
  public void write(List<Entry> people) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path written = Files.createTempFile(folder, "people", ".csv");
      if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
      }
      try (CsvWriter csv = CsvWriter.builder().build(written)) {
        csv.writeRecord(NAME, ROLES, TOKEN);
        for (Entry each : people) {
          csv.writeRecord(
              each.person().name().text(),
              each.person().roles().stream()
                  .map(Role::word)
                  .sorted()
                  .collect(Collectors.joining(";")),
              each.tokenDigest());
        }
      }
      move(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move(Path written) throws IOException {
    try {
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The file with this person, with this token alone; whatever they had before is forgotten. */
  public void put(Person person, AccessToken token) {
    var people = new ArrayList<>(without(person.name()));
    people.add(new Entry(person, token.digest()));
    write(people);
  }

  /** Takes the person out; says whether they were there. */
  public boolean remove(PersonName name) {
    var before = read();
    var after = without(name);
    if (after.size() == before.size()) {
      return false;
    }
    write(after);
    return true;
  }

  private List<Entry> without(PersonName name) {
    return read().stream().filter(each -> !each.person().name().equals(name)).toList();
  }
}
