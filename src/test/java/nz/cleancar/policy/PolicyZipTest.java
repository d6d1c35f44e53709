package nz.cleancar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nz.cleancar.policy.PolicyZip.Unzipped;
import org.junit.jupiter.api.Test;

class PolicyZipTest {

  private static final PolicyFolder.Limits LIMITS = new PolicyFolder.Limits(2, 10, 15);

  @Test
  void what_was_zipped_comes_out_again() {
    // Given
    var sources = sources(Map.of("rules/a.drl", "abc", "decision-tables/b.xlsx", "0123456789"));

    // When
    var unzipped = PolicyZip.unzip(PolicyZip.zip(sources), LIMITS);

    // Then
    assertThat(unzipped).isInstanceOf(Unzipped.Files.class);
    assertThat(new PolicySources(((Unzipped.Files) unzipped).files()).version())
        .isEqualTo(sources.version());
  }

  @Test
  void the_same_sources_make_the_same_file() {
    // Given
    var sources = sources(Map.of("rules/a.drl", "abc"));

    // When
    byte[] zip = PolicyZip.zip(sources);

    // Then
    assertThat(zip).isEqualTo(PolicyZip.zip(sources));
  }

  @Test
  void a_file_one_byte_past_the_limit_is_refused_by_name() {
    // Given
    byte[] zip = PolicyZip.zip(sources(Map.of("rules/a.drl", "01234567890")));

    // When
    var unzipped = PolicyZip.unzip(zip, LIMITS);

    // Then
    assertThat(unzipped).isEqualTo(new Unzipped.Refused("`rules/a.drl` is larger than 10 bytes."));
  }

  @Test
  void many_small_files_are_refused_past_either_limit() {
    // Given
    byte[] threeFiles = PolicyZip.zip(sources(Map.of("a", "1", "b", "2", "c", "3")));
    byte[] sixteenBytes = PolicyZip.zip(sources(Map.of("a", "01234567", "b", "01234567")));

    // When
    var first = PolicyZip.unzip(threeFiles, LIMITS);
    var second = PolicyZip.unzip(sixteenBytes, LIMITS);

    // Then
    var refused = new Unzipped.Refused("The zip file holds more than 2 files or 15 bytes.");
    assertThat(first).isEqualTo(refused);
    assertThat(second).isEqualTo(refused);
  }

  @Test
  void a_bomb_is_not_unpacked() throws IOException {
    // Given
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("decision-tables/bomb.xlsx"));
      zip.write(new byte[50_000_000]);
    }

    // When
    var unzipped = PolicyZip.unzip(bytes.toByteArray(), LIMITS);

    // Then
    assertThat(unzipped).isInstanceOf(Unzipped.Refused.class);
  }

  @Test
  void what_is_no_zip_file_is_refused() {
    // Given
    byte[] text = "a,b".getBytes(StandardCharsets.UTF_8);

    // When
    var unzipped = PolicyZip.unzip(text, LIMITS);

    // Then
    assertThat(unzipped)
        .isEqualTo(new Unzipped.Refused("There is no file in it, or it is no zip file."));
  }

  private static PolicySources sources(Map<String, String> texts) {
    var files = new TreeMap<String, byte[]>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new PolicySources(files);
  }
}
