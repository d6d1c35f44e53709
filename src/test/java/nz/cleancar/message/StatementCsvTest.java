package nz.cleancar.message;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nz.cleancar.statement.AStatement;
import nz.cleancar.statement.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as CSV, as a spreadsheet reads them. */
class StatementCsvTest {

  @Test
  void a_statement_opens_and_closes_with_a_line_for_each_figure() {
    // When
    List<NamedCsvRecord> lines = read(csv("Ngā Waka, \"Ltd\"", 3));

    // Then
    assertThat(lines).hasSize(4 + 3 + 4);
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.getField("holder")).isEqualTo("Ngā Waka, \"Ltd\""));
    assertThat(lines.getFirst().getFields())
        .containsExactly(
            "CO2-200001",
            "Ngā Waka, \"Ltd\"",
            "2026-01-01",
            "OPENING_BALANCE",
            "",
            "",
            "CREDITS",
            "GRAMS_PER_KM",
            "",
            "118.9");
    assertThat(lines.get(4).getField("vehicle")).isEqualTo("7AT00000000000000");
    assertThat(lines.get(5).getField("vehicle")).isEmpty();
    assertThat(lines.get(8).getField("what")).isEqualTo("CLOSING_BALANCE");
    assertThat(lines.get(8).getField("balance")).isEqualTo(lines.get(5).getField("balance"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "-cmd|' /C'!A0", "= \"a\",b"})
  void no_holder_is_a_formula(String holder) {
    // Then
    assertThat(read(csv(holder, 1)))
        .allSatisfy(line -> assertThat(line.getField("holder")).isEqualTo("'" + holder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\tx", "\r=1", "\n=1", "  =1", "\u0000=1"})
  void no_text_that_begins_with_what_spreadsheets_skip_is_a_formula(String text) {
    // Then
    assertThat(StatementCsv.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kiwi", "Ōtāhuhu + Sons", "3=4", "a\tb", "'quoted'", "x\n=1"})
  void other_text_is_left_as_it_is(String holder) {
    // Then
    assertThat(StatementCsv.harmless(holder)).isEqualTo(holder);
  }

  @Test
  void amounts_below_zero_stay_numbers() {
    // When
    var line = read(csv("Kiwi", 4)).get(7);

    // Then
    assertThat(line.getField("amount")).isEqualTo("-0.3");
  }

  @Test
  void a_long_statement_is_written_while_it_is_told() {
    // Given
    var out = new ByteArrayOutputStream();
    var csv = new StatementCsv(out);

    // When
    Totals closing = AStatement.begin(csv, "Kiwi", 20_000);
    int writtenBeforeItsEnd = out.size();
    csv.ends(closing);

    // Then
    assertThat(out.size() - writtenBeforeItsEnd).isLessThan(64 * 1024);
    assertThat(read(out.toString(StandardCharsets.UTF_8))).hasSize(20_008);
  }

  private static String csv(String holder, int lines) {
    var out = new ByteArrayOutputStream();
    var csv = new StatementCsv(out);
    csv.ends(AStatement.begin(csv, holder, lines));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<NamedCsvRecord> read(String csv) {
    assertThat(csv).startsWith("\uFEFF");
    return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
  }
}
