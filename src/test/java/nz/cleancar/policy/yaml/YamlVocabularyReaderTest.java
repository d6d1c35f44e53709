package nz.cleancar.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.VocabularyReader.Contents;
import nz.cleancar.policy.VocabularyReader.Mention;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vocabulary from YAML, and what is wrong with it by line. */
class YamlVocabularyReaderTest {

  private static final String GOOD =
      """
      topics:
        vehicle: [code, weight]
      terms:
        code:
          heading: Code
          kind: word
          allowed: [NO, YES, 2WD]
          optional: true
          meaning: A code.
        weight:
          heading: Tare weight
          kind: whole
          unit: kg
          meaning: What it weighs.
      """;

  private static Contents read(String text) {
    return new YamlVocabularyReader().read("vocabulary.yml", text);
  }

  private static List<String> findings(String text) {
    return read(text).findings().stream()
        .map(finding -> finding.code() + "@" + finding.place().cell())
        .toList();
  }

  @Test
  void terms_and_topics_are_read_as_they_are_written() {
    // When
    var contents = read(GOOD);

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(contents.vocabulary().terms())
        .containsExactly(
            new Term("code", "Code", Kind.WORD, "", List.of("NO", "YES", "2WD"), true, "A code."),
            new Term(
                "weight", "Tare weight", Kind.WHOLE, "kg", List.of(), false, "What it weighs."));
    assertThat(contents.vocabulary().topics()).containsEntry("vehicle", List.of("code", "weight"));
    assertThat(contents.places())
        .containsEntry("weight", new Place("vocabulary.yml", "", "line 10"));
  }

  @Test
  void the_shipped_vocabulary_has_nothing_wrong() throws IOException {
    assertThat(read(Files.readString(Path.of("rules/vocabulary.yml"))).findings()).isEmpty();
  }

  static List<Arguments> mistakes() {
    return List.of(
        mistake("kind: whole", "kind: wole", "kind@line 12"),
        mistake("kind: whole", "kind: !!java.net.URL whole", "yaml-tag@line 12"),
        mistake("kind: whole", "kind: !evil whole", "yaml-tag@line 12"),
        mistake("kind: whole", "kind: [whole]", "yaml-form@line 12"),
        mistake("    kind: whole\n", "", "missing-key@line 10"),
        mistake("kind: whole", "kin: whole", "unknown-key@line 12", "missing-key@line 10"),
        mistake("unit: kg", "unit: (kg)", "unit@line 13"),
        mistake("unit: kg", "allowed: [A]", "allowed@line 13"),
        mistake("heading: Tare weight", "heading: CODE", "duplicate-heading@line 10"),
        mistake("heading: Tare weight", "heading: Source", "reserved-heading@line 11"),
        mistake("heading: Tare weight", "heading: \"→ Weight\"", "heading@line 11"),
        mistake("heading: Tare weight", "heading: \"Tare\\u00A0weight\"", "bad-text@line 11"),
        mistake("optional: true", "optional: yes", "optional@line 8"),
        mistake("[NO, YES, 2WD]", "[NO, NO]", "duplicate-member@line 7"),
        mistake("[NO, YES, 2WD]", "[any]", "not-a-word@line 7"),
        mistake("[NO, YES, 2WD]", "[two words]", "not-a-word@line 7"),
        mistake("[code, weight]", "[code, wieght]", "unknown-term@line 2"),
        mistake("[code, weight]", "[code, code]", "duplicate-member@line 2"),
        mistake("vehicle:", "Vehicle:", "topic-name@line 2"),
        mistake("  weight:", "  code:", "duplicate-key@line 10", "unknown-term@line 2"),
        mistake("topics:\n  vehicle: [code, weight]\n", "", "missing-key@line 1"),
        mistake("topics:", "more: 1\ntopics:", "unknown-key@line 1"),
        mistake("[code, weight]", "&a [code]", "ok"),
        mistake("[NO, YES, 2WD]", "*a", "yaml-alias@line 7"),
        mistake("[NO, YES, 2WD]", "[NO", "broken-yaml@line 8"),
        mistake("  weight:", "\tweight:", "broken-yaml@line 10"),
        mistake(
            "code:\n    heading",
            "class:\n    heading",
            "reserved-name@line 4",
            "unknown-term@line 2"),
        mistake(
            "code:\n    heading",
            "when:\n    heading",
            "reserved-name@line 4",
            "unknown-term@line 2"),
        mistake(
            "code:\n    heading", "Code:\n    heading", "term-name@line 4", "unknown-term@line 2"),
        mistake(
            "code:\n    heading",
            "tare-weight:\n    heading",
            "term-name@line 4",
            "unknown-term@line 2"));
  }

  private static Arguments mistake(String before, String after, String... findings) {
    return Arguments.of(before, after, List.of(findings));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_line(String before, String after, List<String> expected) {
    // Given
    assertThat(GOOD).contains(before);

    // When
    var findings =
        findings(GOOD.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));

    // Then
    assertThat(findings)
        .containsExactlyInAnyOrderElementsOf(expected.equals(List.of("ok")) ? List.of() : expected);
  }

  @Test
  void an_alias_is_refused_whatever_it_would_grow_to() {
    // Given
    String laughs =
        """
        topics: &a [x, x, x, x, x, x, x, x, x]
        terms: [*a, *a, *a, *a, *a, *a, *a, *a]
        """;

    // When
    var findings = findings(laughs);

    // Then
    assertThat(findings).containsExactly("yaml-alias@line 2");
  }

  @Test
  void of_findings_past_their_limit_the_last_says_that_there_are_more() {
    // Given
    String many = GOOD + "  unused:\n".repeat(Nodes.MOST_FINDINGS + 5);

    // When
    var findings = findings(many);

    // Then
    assertThat(findings).hasSize(Nodes.MOST_FINDINGS + 1).endsWith("more-findings@");
  }

  @Test
  void a_file_with_nothing_in_it_is_told() {
    assertThat(findings("# nothing\n")).containsExactly("empty-file@");
  }

  @Test
  void a_second_document_is_told() {
    assertThat(findings(GOOD + "---\n" + GOOD)).containsExactly("broken-yaml@line 15");
  }

  @Test
  void what_is_too_deep_is_told() {
    assertThat(findings("terms: " + "[".repeat(1_000) + "]".repeat(1_000)))
        .containsExactly("broken-yaml@");
  }

  @Test
  void a_character_that_yaml_cannot_hold_is_told() {
    assertThat(findings(GOOD.replace("A code", "A \u0007code"))).containsExactly("broken-yaml@");
  }

  @Test
  void a_file_at_the_limit_is_read_and_one_past_it_is_told() {
    // Given
    String most = GOOD + "#".repeat(YamlVocabularyReader.MOST_CHARACTERS - GOOD.length());

    // Then
    assertThat(findings(most)).isEmpty();
    assertThat(findings(most + "#")).containsExactly("file-too-large@");
  }

  private static final String COVERAGE =
      """
      coverage:
        years: {year: day}
        asked:
          rates: {code: [NO, 2WD]}
        together:
          - [rates, targets]
      """;

  private static final String TIMES =
      """
        year: {heading: Year, kind: whole, least: 1900, meaning: A year.}
        day: {heading: Day, kind: day, meaning: A day.}
      """;

  @Test
  void what_tables_must_have_a_row_for_is_read_with_the_tables_that_it_speaks_of() {
    // When
    var contents = read(GOOD + TIMES + COVERAGE);

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(contents.vocabulary().coverage())
        .isEqualTo(
            new Coverage(
                Map.of("year", "day"),
                Map.of("rates", Map.of("code", List.of("NO", "2WD"))),
                List.of(List.of("rates", "targets"))));
    assertThat(contents.vocabulary().named("year").flatMap(Term::least))
        .contains(new BigDecimal("1900"));
    assertThat(contents.mentions())
        .containsExactly(
            new Mention("rates", "code", new Place("vocabulary.yml", "", "line 20")),
            new Mention("rates", "", new Place("vocabulary.yml", "", "line 22")),
            new Mention("targets", "", new Place("vocabulary.yml", "", "line 22")));
  }

  static List<Arguments> mistakesInCoverage() {
    return List.of(
        mistake("{year: day}", "{yaer: day}", "unknown-term@line 18"),
        mistake("{year: day}", "{year: code}", "kind@line 18"),
        mistake("{year: day}", "{code: day}", "kind@line 18"),
        mistake("{code: [NO, 2WD]}", "{cod: [NO, 2WD]}", "unknown-term@line 20"),
        mistake("{code: [NO, 2WD]}", "{weight: [NO]}", "kind@line 20"),
        mistake("{code: [NO, 2WD]}", "{code: [NO, 3WD]}", "word-not-allowed@line 20"),
        mistake("[rates, targets]", "[rates]", "group-of-tables@line 22"),
        mistake("[rates, targets]", "[rates, rates]", "group-of-tables@line 22"),
        mistake("together:\n    - [rates, targets]", "together: rates", "yaml-form@line 21"),
        mistake("years:", "yeras:", "unknown-key@line 18"),
        mistake("least: 1900", "least: none", "least@line 15"),
        mistake("least: 1900", "least: 0.5", "least@line 15"),
        mistake("kind: day,", "kind: day, least: 0,", "least@line 16"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource("mistakesInCoverage")
  void a_mistake_in_coverage_is_told_with_its_line(
      String before, String after, List<String> expected) {
    // Given
    String good = GOOD + TIMES + COVERAGE;
    assertThat(good).contains(before);

    // Then
    assertThat(findings(good.replace(before, after))).containsExactlyElementsOf(expected);
  }
}
