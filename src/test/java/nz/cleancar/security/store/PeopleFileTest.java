package nz.cleancar.security.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleFileTest {

  private static final Person AROHA =
      new Person(new PersonName("aroha"), Set.of(Role.POLICY_STAFF));
  private static final Person BEN =
      new Person(new PersonName("ben"), Set.of(Role.POLICY_STAFF, Role.RULE_ENGINEER));
  private static final AccessToken FIRST = AccessToken.random(new SecureRandom());
  private static final AccessToken SECOND = AccessToken.random(new SecureRandom());

  @TempDir private Path folder;
  private Path path;
  private PeopleFile file;
  private PeopleInFile people;

  @BeforeEach
  void begin() {
    path = folder.resolve("data/people.csv");
    file = new PeopleFile(path);
    people = new PeopleInFile(path);
  }

  @Test
  void a_person_signs_in_by_their_token_alone() {
    // Given
    file.put(AROHA, FIRST);
    file.put(BEN, SECOND);

    // When
    var signedIn = people.withToken(SECOND);

    // Then
    assertThat(signedIn).contains(BEN);
    assertThat(people.withToken(AccessToken.random(new SecureRandom()))).isEmpty();
  }

  @Test
  void a_new_token_replaces_the_old_one_at_once() {
    // Given
    file.put(AROHA, FIRST);
    people.withToken(FIRST);

    // When
    file.put(AROHA, SECOND);

    // Then
    assertThat(people.withToken(FIRST)).isEmpty();
    assertThat(people.withToken(SECOND)).contains(AROHA);
  }

  @Test
  void whoever_is_removed_cannot_sign_in() {
    // Given
    file.put(AROHA, FIRST);
    people.withToken(FIRST);

    // When
    boolean removed = file.remove(AROHA.name());

    // Then
    assertThat(removed).isTrue();
    assertThat(people.withToken(FIRST)).isEmpty();
    assertThat(file.remove(AROHA.name())).isFalse();
  }

  @Test
  void without_a_file_nobody_signs_in() {
    // When
    var signedIn = people.withToken(FIRST);

    // Then
    assertThat(signedIn).isEmpty();
  }

  @Test
  void the_file_holds_no_token_and_only_its_owner_reads_it() throws IOException {
    // When
    file.put(AROHA, FIRST);

    // Then
    assertThat(Files.readString(path)).contains("aroha").doesNotContain(FIRST.secret());
    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_line_that_cannot_be_read_is_named_and_lets_nobody_in() throws IOException {
    // Given
    file.put(AROHA, FIRST);
    Files.writeString(path, Files.readString(path) + "ben,captain,1234\n");

    // When
    var signedIn = people.withToken(FIRST);

    // Then
    assertThat(signedIn).isEmpty();
    assertThatThrownBy(file::read)
        .hasMessage("Line 3 of the file of people is not a name, roles and a digest.");
  }
}
