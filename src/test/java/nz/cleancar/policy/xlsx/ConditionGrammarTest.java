package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import nz.cleancar.policy.table.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a cell of an input column is written. */
class ConditionGrammarTest {

  private static Condition read(String term, String text) throws Misread {
    return new ConditionGrammar(Sample.term(term)).read(new Content.Text(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code        | any                          | any",
        "code        | MA                           | MA",
        "code        | 2WD_hybrid-1                 | 2WD_hybrid-1",
        "code        | MA;MB ; MC                   | MA; MB; MC",
        "vehicleType | A; NONE                      | A; NONE",
        "attribute   | MOTORSPORT; MILITARY         | MOTORSPORT; MILITARY",
        "year        | 2024; 2025                   | 2024; 2025",
        "year        | [2024..2026]                 | [2024..2026]",
        "year        | (2024..2026)                 | (2024..2026)",
        "year        | [5..5]                       | [5..5]",
        "year        | [-5 .. -3)                   | [-5..-3)",
        "year        | >=2025                       | >= 2025",
        "year        | <  2025                      | < 2025",
        "co2         | [0.10..1.5)                  | [0.1..1.5)",
        "co2         | (0..0.000001)                | (0..0.000001)",
        "co2         | > 40                         | > 40",
        "co2         | -1.5; 2                      | -1.5; 2",
        "legalDate   | 2026-01-01                   | 2026-01-01",
        "legalDate   | [2024-01-01..2024-02-29]     | [2024-01-01..2024-02-29]",
        "legalDate   | <= 2026-12-31                | <= 2026-12-31",
        "legalDate   | 2026-01-01; 2026-07-01       | 2026-01-01; 2026-07-01",
        "subject     | Yes                          | yes",
        "subject     | no                           | no"
      })
  void a_cell_says_what_its_row_asks_of_a_value(String term, String cell, String condition)
      throws Misread {
    assertThat(read(term, cell).text()).isEqualTo(condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code        | -MA                      | not-a-word",
        "code        | M A                      | not-a-word",
        "code        | Ma.1                     | not-a-word",
        "code        | MA;                      | bad-list",
        "code        | ;MA                      | bad-list",
        "code        | MA;;MB                   | bad-list",
        "code        | MA; MB; MA               | duplicate-member",
        "code        | [MA..MC]                 | range-of-words",
        "code        | >= MA                    | range-of-words",
        "code        | MA; any                  | reserved-word",
        "vehicleType | A; C                     | word-not-allowed",
        "year        | 2025                     | number-as-text",
        "year        | 2025; 2025.0             | duplicate-member",
        "year        | 2025; 2026.5             | not-whole",
        "year        | +5; 6                    | not-a-number",
        "year        | .5; 6                    | not-a-number",
        "year        | [                        | bad-range",
        "year        | []                       | bad-range",
        "year        | [..]                     | bad-range",
        "year        | [1..]                    | bad-range",
        "year        | (..5)                    | bad-range",
        "year        | [1..2..3]                | bad-range",
        "year        | [1...2]                  | not-a-number",
        "year        | [1-2]                    | bad-range",
        "year        | [1..2                    | bad-range",
        "year        | [1..2] or 5              | bad-range",
        "year        | [5..3]                   | empty-range",
        "year        | (5..5)                   | empty-range",
        "year        | [5..5)                   | empty-range",
        "year        | (5..6)                   | empty-range",
        "year        | >=                       | not-a-number",
        "year        | >                        | not-a-number",
        "year        | => 5                     | not-a-number",
        "year        | <> 5                     | not-a-number",
        "year        | >= 999999999999999       | number-too-large",
        "co2         | (5..5]                   | empty-range",
        "co2         | [1.1..1.05]              | empty-range",
        "co2         | >= 0.0000001             | too-many-decimals",
        "co2         | >= 1e3                   | not-a-number",
        "co2         | >= 1,5                   | not-a-number",
        "legalDate   | 2026-1-1                 | not-a-day",
        "legalDate   | 2025-02-29               | not-a-day",
        "legalDate   | (2026-01-01..2026-01-02) | empty-range",
        "legalDate   | 2026                     | not-a-day",
        "subject     | y                        | not-yes-or-no",
        "subject     | true                     | not-yes-or-no",
        "subject     | yes; no                  | bad-list",
        "subject     | [no..yes]                | range-of-words"
      })
  void a_cell_that_says_something_else_is_told_by_name(String term, String cell, String code) {
    assertThatExceptionOfType(Misread.class)
        .isThrownBy(() -> read(term, cell))
        .satisfies(misread -> assertThat(misread.code()).isEqualTo(code));
  }

  @Test
  void a_word_that_is_nearly_allowed_is_told_with_the_nearest_one() {
    assertThatExceptionOfType(Misread.class)
        .isThrownBy(() -> read("vehicleType", "NON"))
        .satisfies(misread -> assertThat(misread.repair()).contains("`NONE`"));
  }

  @Test
  void a_look_alike_is_told_by_its_name() {
    assertThatExceptionOfType(Misread.class)
        .isThrownBy(() -> read("code", "MA\u00A0"))
        .satisfies(misread -> assertThat(misread.repair()).contains("NO-BREAK SPACE (U+00A0)"));
  }

  @Test
  void a_number_cell_is_a_list_of_one() throws Misread {
    // When
    var condition =
        new ConditionGrammar(Sample.term("year"))
            .read(new Content.Numeric(new BigDecimal("2.025E3")));

    // Then
    assertThat(condition.text()).isEqualTo("2025");
  }
}
