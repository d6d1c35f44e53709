package nz.cleancar.cli;

import static nz.cleancar.cli.Terminal.ccs;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.security.store.PeopleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonCommandTest {

  @TempDir private Path data;

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_person_is_added_in_any_role(Role role) {
    // When
    var added = ccs("person", "add", "kim", "--role", role.word(), "--data", data);

    // Then
    var file = new PeopleFile(data.resolve("people.csv"));
    assertThat(added.exitCode()).isZero();
    assertThat(file.read())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.person().roles()).containsExactly(role);
              assertThat(entry.tokenDigest()).isEqualTo(new AccessToken(added.lastLine()).digest());
            });
  }

  @Test
  void the_help_names_every_role() {
    // When
    var help = ccs("person", "add", "--help");

    // Then
    assertThat(help.text()).contains(Arrays.stream(Role.values()).map(Role::word).toList());
  }

  @Test
  void a_role_that_there_is_not_adds_nobody() {
    // When
    var refused = ccs("person", "add", "kim", "--role", "king", "--data", data);

    // Then
    assertThat(refused.text()).contains("`king` is no role", "importer", "agency");
    assertThat(data.resolve("people.csv")).doesNotExist();
  }
}
