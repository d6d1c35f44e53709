package nz.cleancar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.policy.yaml.YamlVocabularyReader;
import nz.cleancar.testing.TableBook;
import org.junit.jupiter.api.Test;

/** All sources of a policy, read together. */
class SourcesReaderTest {

  private static final String VOCABULARY =
      """
      topics:
        vehicle: [code]
      terms:
        code: {heading: Code, kind: word, meaning: A code.}
        reason: {heading: Reason, kind: sentence, meaning: A reason.}
        grams: {heading: Grams, kind: decimal, meaning: Some grams.}
      """;

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  private SourcesReaderTest with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  private SourcesReaderTest with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private PolicyReader.Reading read() {
    return new SourcesReader(new YamlVocabularyReader(), new XlsxWorkbookReader())
        .read(new PolicySources(files));
  }

  private List<String> findings() {
    var findings =
        switch (read()) {
          case PolicyReader.Reading.Read(_, List<Finding> warnings) -> warnings;
          case PolicyReader.Reading.Unreadable(List<Finding> all) -> all;
        };
    return findings.stream().map(finding -> finding.code() + "@" + finding.place()).toList();
  }

  private static TableBook table(String id) {
    return TableBook.table(id).columns("Code", "→ Reason").row("MA", "Why.");
  }

  @Test
  void a_policy_has_its_vocabulary_its_tables_by_id_and_its_rule_sets_by_file() {
    // Given
    with("rules/vocabulary.yml", VOCABULARY);
    with("rules/b.drl", "// known.decimal(\"grams\")");
    with("rules/a.drl", "\uFEFF// a");
    with("decision-tables/a.xlsx", table("zeta").bytes());
    with("decision-tables/b.xlsx", table("alpha").bytes());
    with("scenarios/s.yml", "[]");

    // When
    var reading = read();

    // Then
    assertThat(reading)
        .isInstanceOfSatisfying(
            PolicyReader.Reading.Read.class,
            read -> {
              var policy = read.policy();
              assertThat(read.findings()).isEmpty();
              assertThat(policy.version()).isEqualTo(new PolicySources(files).version());
              assertThat(policy.vocabulary().terms()).hasSize(3);
              assertThat(policy.tables())
                  .extracting(PolicyTable::id)
                  .containsExactly("alpha", "zeta");
              assertThat(policy.ruleSets())
                  .containsExactly(
                      new RuleSet("a.drl", "// a"),
                      new RuleSet("b.drl", "// known.decimal(\"grams\")"));
            });
  }

  @Test
  void all_findings_of_all_files_come_at_once_in_the_order_of_places() {
    // Given
    with("rules/vocabulary.yml", VOCABULARY);
    with("rules/latin.drl", new byte[] {'/', '/', (byte) 0xE9});
    with("rules/words.txt", "x");
    with("decision-tables/b.xlsx", table("b").set("A9", "M A").set("B9", null).bytes());
    with("decision-tables/a.xlsx", new byte[0]);

    // Then
    assertThat(findings())
        .containsExactly(
            "empty-file@a.xlsx",
            "not-a-word@b.xlsx, sheet Table, cell A9",
            "empty-cell@b.xlsx, sheet Table, cell B9",
            "not-utf-8@latin.drl",
            "unexpected-file@rules/words.txt");
  }

  @Test
  void an_id_that_two_tables_have_is_told_even_if_one_of_them_has_mistakes() {
    // Given
    with("rules/vocabulary.yml", VOCABULARY);
    with("decision-tables/a.xlsx", table("same").bytes());
    with("decision-tables/b.xlsx", table("same").set("A9", "M A").bytes());

    // Then
    assertThat(findings())
        .containsExactly(
            "duplicate-table@b.xlsx, sheet Table, cell B2",
            "not-a-word@b.xlsx, sheet Table, cell A9");
  }

  @Test
  void without_a_vocabulary_what_is_wrong_in_the_tables_is_still_told() {
    // Given
    with("decision-tables/a.xlsx", table("a").set("C9", null).bytes());

    // Then
    assertThat(findings())
        .containsExactly("empty-cell@a.xlsx, sheet Table, cell C9", "missing-file@vocabulary.yml");
  }

  @Test
  void what_follows_from_a_mistake_in_the_vocabulary_is_not_told_as_another() {
    // Given
    with("rules/vocabulary.yml", VOCABULARY.replace("kind: word", "kind: wird"));
    with("decision-tables/a.xlsx", table("a").key("Says", "It is {Code}.").bytes());

    // Then
    assertThat(findings()).containsExactly("kind@vocabulary.yml, line 4");
  }

  @Test
  void a_term_that_nothing_uses_is_a_warning_with_its_line() {
    // Given
    with("rules/vocabulary.yml", VOCABULARY);
    with("decision-tables/a.xlsx", table("a").bytes());

    // When
    var reading = read();

    // Then
    assertThat(reading).isInstanceOf(PolicyReader.Reading.Read.class);
    assertThat(findings()).containsExactly("unused-term@vocabulary.yml, line 6");
  }

  @Test
  void tables_and_columns_that_only_the_vocabulary_knows_are_told_with_their_line() {
    // Given
    with(
        "rules/vocabulary.yml",
        VOCABULARY
            + """
            coverage:
              asked:
                alhpa: {code: [MA]}
                alpha: {other: [MA]}
              together:
                - [alpha, beta]
            """);
    with("rules/a.drl", "// known.decimal(\"grams\")");
    with("decision-tables/a.xlsx", table("alpha").bytes());

    // Then
    assertThat(findings())
        .containsExactlyInAnyOrder(
            "unknown-table@vocabulary.yml, line 9",
            "unknown-term@vocabulary.yml, line 10",
            "no-such-column@vocabulary.yml, line 10",
            "unknown-table@vocabulary.yml, line 12");
  }
}
