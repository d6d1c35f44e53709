package nz.cleancar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory becomes the sources of a policy. */
class PolicyFolderTest {

  @TempDir private Path directory;

  private Path write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private PolicyFolder.Contents read() {
    return new PolicyFolder(directory).read();
  }

  private static List<String> findings(PolicyFolder.Contents contents) {
    return contents.findings().stream()
        .map(finding -> finding.code() + "@" + finding.place().file())
        .toList();
  }

  @Test
  void the_files_of_a_policy_are_its_sources_and_no_others() throws IOException {
    // Given
    write("rules/vocabulary.yml", "v");
    write("rules/a.drl", "r");
    write("decision-tables/a.xlsx", "t");
    write("scenarios/a.xlsx", "s");
    write("scenarios/a.yml", "s");
    write("README.md", "not looked at");
    write("src/main/x.drl", "not looked at");
    write("decision-tables/~$a.xlsx", "a lock of Excel");
    write("decision-tables/.~lock.a.xlsx#", "a lock of LibreOffice");
    write("rules/.DS_Store", "a system's");

    // When
    var contents = read();

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(contents.sources().files().keySet())
        .containsExactly(
            "decision-tables/a.xlsx",
            "rules/a.drl",
            "rules/vocabulary.yml",
            "scenarios/a.xlsx",
            "scenarios/a.yml");
    assertThat(contents.sources().files().get("rules/a.drl")).asString().isEqualTo("r");
  }

  @Test
  void a_directory_without_the_folders_has_no_sources() {
    assertThat(read().sources().files()).isEmpty();
  }

  @Test
  void files_of_another_ending_and_folders_inside_are_told() throws IOException {
    // Given
    write("rules/a.drl", "r");
    write("rules/words.yml", "another vocabulary");
    write("rules/old/a.drl", "r");
    write("decision-tables/a.xlsm", "t");
    write("decision-tables/a.xls", "t");
    write("decision-tables/A.XLSX", "t");
    write("scenarios/a.csv", "s");

    // When
    var contents = read();

    // Then
    assertThat(findings(contents))
        .containsExactly(
            "unexpected-file@decision-tables/A.XLSX",
            "unexpected-file@decision-tables/a.xls",
            "unexpected-file@decision-tables/a.xlsm",
            "unexpected-file@rules/old",
            "unexpected-file@rules/words.yml",
            "unexpected-file@scenarios/a.csv");
    assertThat(contents.sources().files().keySet()).containsExactly("rules/a.drl");
  }

  @Test
  void a_link_that_leads_out_of_the_directory_is_not_followed(@TempDir Path elsewhere)
      throws IOException {
    // Given
    write("rules/a.drl", "r");
    Files.writeString(elsewhere.resolve("secret"), "s");
    Files.createSymbolicLink(directory.resolve("rules/secret.drl"), elsewhere.resolve("secret"));
    Files.createSymbolicLink(directory.resolve("rules/gone.drl"), elsewhere.resolve("gone"));
    Files.createSymbolicLink(directory.resolve("scenarios"), elsewhere);

    // When
    var contents = read();

    // Then
    assertThat(findings(contents))
        .containsExactly("link@rules/gone.drl", "link@rules/secret.drl", "link@scenarios");
    assertThat(contents.sources().files().keySet()).containsExactly("rules/a.drl");
  }

  @Test
  void a_link_within_the_directory_is_followed() throws IOException {
    // Given
    write("..data/a.drl", "r");
    Files.createDirectories(directory.resolve("rules"));
    Files.createSymbolicLink(directory.resolve("rules/a.drl"), Path.of("..", "..data", "a.drl"));

    // When
    var contents = read();

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(contents.sources().files().keySet()).containsExactly("rules/a.drl");
  }

  @Test
  void what_is_at_the_limits_is_read_and_what_is_past_them_is_told() throws IOException {
    // Given
    write("rules/a.drl", "1234");
    write("rules/b.drl", "5678");

    // Then
    assertThat(findings(within(2, 4, 8))).isEmpty();
    assertThat(findings(within(1, 4, 8))).containsExactly("too-many-files@rules");
    assertThat(findings(within(2, 3, 8)))
        .containsExactly("file-too-large@rules/a.drl", "file-too-large@rules/b.drl");
    assertThat(within(2, 4, 7).findings())
        .extracting(Finding::code)
        .containsExactly("files-too-large");
  }

  private PolicyFolder.Contents within(int files, int fileBytes, int allBytes) {
    return new PolicyFolder(directory, new PolicyFolder.Limits(files, fileBytes, allBytes)).read();
  }
}
