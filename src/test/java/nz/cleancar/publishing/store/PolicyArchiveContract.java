package nz.cleancar.publishing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.publishing.PolicyArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an archive of policies does, whichever database it is in. */
abstract class PolicyArchiveContract {

  private ApplicationContext service;
  private PolicyArchive archive;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    service = database().service();
    archive = service.getBean(PolicyArchive.class);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void sources_come_back_as_they_were() {
    // Given
    var sources = sources(Map.of("rules/vocabulary.yml", 10, "decision-tables/ünï.xlsx", 0));

    // When
    archive.keep(sources);

    // Then
    assertThat(archive.find(sources.version()))
        .hasValueSatisfying(
            found ->
                assertThat(found.files()).usingRecursiveComparison().isEqualTo(sources.files()));
  }

  @Test
  void sources_larger_than_a_row_come_back_as_they_were() {
    // Given
    var sources = sources(Map.of("decision-tables/large.xlsx", 5_000_000));

    // When
    archive.keep(sources);

    // Then
    assertThat(archive.find(sources.version()))
        .map(PolicySources::version)
        .contains(sources.version());
  }

  @Test
  void a_version_that_is_kept_already_changes_nothing() {
    // Given
    var sources = sources(Map.of("rules/a.drl", 100));
    archive.keep(sources);

    // When
    archive.keep(sources);

    // Then
    assertThat(archive.find(sources.version())).isPresent();
  }

  @Test
  void a_version_that_was_never_kept_is_not_found() {
    // When
    var found = archive.find(sources(Map.of("rules/b.drl", 1)).version());

    // Then
    assertThat(found).isEmpty();
  }

  @Test
  void sources_that_somebody_changed_are_told_from_those_that_were_live() throws SQLException {
    // Given
    var sources = sources(Map.of("rules/a.drl", 100));
    var other = sources(Map.of("rules/a.drl", 101));
    archive.keep(sources);
    archive.keep(other);

    // When
    overwrite(sources, other);

    // Then
    assertThatThrownBy(() -> archive.find(sources.version()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(sources.version().name());
  }

  private void overwrite(PolicySources sources, PolicySources with) throws SQLException {
    var database = DelegatingDataSource.unwrapDataSource(service.getBean(DataSource.class));
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update policy_version_part set content ="
                    + " (select content from policy_version_part where version = ?)"
                    + " where version = ?")) {
      update.setString(1, with.version().name());
      update.setString(2, sources.version().name());
      update.executeUpdate();
    }
  }

  private static PolicySources sources(Map<String, Integer> sizes) {
    var files = new TreeMap<String, byte[]>();
    sizes.forEach(
        (path, size) -> {
          var content = new byte[size];
          new Random(size).nextBytes(content);
          files.put(path, content);
        });
    return new PolicySources(files);
  }
}
