package nz.cleancar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Findings as people read them. */
class FindingTest {

  private static final Finding FORMULA =
      Finding.error(
          "formula",
          new Place("charge-rates.xlsx", "Rates", "D7"),
          "a value",
          "the formula `=1+1`",
          "Type the value itself.");

  @Test
  void a_finding_is_one_line_that_names_the_place() {
    assertThat(FORMULA.line())
        .isEqualTo(
            "charge-rates.xlsx, sheet Rates, cell D7: expected a value, found the formula `=1+1`."
                + " Type the value itself. [formula]");
  }

  @Test
  void a_finding_is_four_lines_where_there_is_room() {
    assertThat(FORMULA.lines().lines())
        .containsExactly(
            "charge-rates.xlsx, sheet Rates, cell D7: error [formula]",
            "  expected  a value",
            "  found     the formula `=1+1`",
            "  repair    Type the value itself.");
  }

  @Test
  void places_are_in_the_order_of_files_sheets_rows_and_columns() {
    // Given
    var places =
        Stream.of(
                new Place("a.xlsx", "", ""),
                new Place("a.xlsx", "One", ""),
                new Place("a.xlsx", "One", "B2"),
                new Place("a.xlsx", "One", "A9:K9"),
                new Place("a.xlsx", "One", "Z9"),
                new Place("a.xlsx", "One", "AA9"),
                new Place("a.xlsx", "One", "A10"),
                new Place("a.xlsx", "Two", "A1"),
                new Place("b.yml", "", "line 2"),
                new Place("b.yml", "", "line 10"))
            .toList();

    // Then
    assertThat(places.reversed().stream().sorted()).containsExactlyElementsOf(places);
  }

  @Test
  void a_users_text_is_shown_short_and_with_nothing_invisible() {
    assertThat(Shown.text("1\u00A0500\n`x`\u202E")).isEqualTo("`1⟨U+00A0⟩500⟨U+000A⟩'x'⟨U+202E⟩`");
    assertThat(Shown.text("Te Tāhū")).isEqualTo("`Te Tāhū`");
    assertThat(Shown.text("x".repeat(80))).hasSize(82);
    assertThat(Shown.text("x".repeat(81))).hasSize(83).endsWith("…`");
    assertThat(Shown.text("\uD83D")).isEqualTo("`⟨U+D83D⟩`");
  }
}
