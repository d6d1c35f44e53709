package nz.cleancar.policy.xlsx;

import static nz.cleancar.policy.xlsx.Marked.at;
import static nz.cleancar.policy.xlsx.Marked.edit;
import static nz.cleancar.policy.xlsx.Marked.finding;
import static nz.cleancar.policy.xlsx.Marked.look;
import static nz.cleancar.policy.xlsx.Marked.mark;
import static nz.cleancar.policy.xlsx.Marked.overlap;
import static nz.cleancar.policy.xlsx.Marked.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.policy.Place;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsSheetTest {

  @Test
  void a_sheet_of_the_owners_that_is_called_problems_is_left_alone_and_read() {
    // Given
    byte[] original = Sample.table().onSheet("Problems").bytes();

    // When
    byte[] marked =
        mark(
            original,
            List.of(finding(Severity.ERROR, "x", new Place(Sample.FILE, "Problems", "A9"))));

    // Then
    assertThat(Marked.text(marked, book -> book.getSheetName(1))).isEqualTo("Problems 2");
    assertThat(Sample.read(marked)).isEqualTo(Sample.read(original));
    assertThat(Sample.read(marked).tables()).hasSize(1);
  }

  @Test
  void a_table_below_our_list_is_not_lost() {
    // Given
    byte[] marked = mark(Sample.table().bytes(), List.of(overlap()));
    byte[] withTable =
        edit(
            marked,
            sheet -> {
              var problems = sheet.getWorkbook().getSheet("Problems");
              Marked.set(problems, "A8", "Year");
              Marked.set(problems, "B8", "→ Annual target (g CO2/km)");
              Marked.set(problems, "C8", "Source");
              Marked.set(problems, "D8", "Standing");
              Marked.set(problems, "E8", "Note");
            });

    // When
    var read = Sample.read(withTable);

    // Then
    assertThat(read.findings()).isNotEmpty();
    assertThat(read.findings()).allMatch(found -> found.place().sheet().equals("Problems"));
  }

  @Test
  void remarks_beside_our_list_do_no_harm_nor_does_hiding_it() {
    // Given
    byte[] marked = mark(Sample.table().bytes(), List.of(overlap()));
    byte[] used =
        edit(
            marked,
            sheet -> {
              Marked.set(sheet.getWorkbook().getSheet("Problems"), "J5", "done");
              sheet.getWorkbook().setSheetHidden(1, true);
            });

    // When
    var read = Sample.read(used);

    // Then
    assertThat(read).isEqualTo(Sample.read(Sample.table().bytes()));
  }

  @Test
  void the_sheet_problems_lists_all_findings_the_gravest_first_with_a_link_to_each_cell() {
    // When
    byte[] marked =
        mark(
            Sample.table().bytes(),
            List.of(
                finding(Severity.NOTE, "same-as-before", at("G9")),
                overlap(),
                finding(Severity.ERROR, "elsewhere", Place.of("other.xlsx"), at("A11")),
                finding(Severity.ERROR, "of-another-file", Place.of("other.xlsx")),
                finding(Severity.WARNING, "too-large", Place.of(Sample.FILE))));

    // Then
    assertThat(problems(marked))
        .containsExactly(
            List.of(
                "error",
                "elsewhere",
                "other.xlsx",
                "one thing",
                "another",
                "Mend it.",
                "",
                "sample.xlsx, sheet Table, cell A11"),
            List.of(
                "error",
                "overlap",
                "Table A10:K10",
                "one thing",
                "another",
                "Mend it.",
                "Year 2026, Code MA",
                "A9:K9"),
            List.of(
                "warning",
                "too-large",
                "the whole file",
                "one thing",
                "another",
                "Mend it.",
                "",
                ""),
            List.of(
                "note", "same-as-before", "Table G9", "one thing", "another", "Mend it.", "", ""));
    assertThat(
            Marked.text(marked, book -> book.getSheet("Problems").getHyperlink(5, 2).getLocation()))
        .isEqualTo("'Table'!A10:K10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1"})
  void no_text_of_a_finding_becomes_a_formula(String text) {
    // When
    byte[] marked =
        mark(Sample.table().bytes(), List.of(Finding.error(text, at("A9"), text, text, text)));

    // Then
    look(
        marked,
        book -> {
          var line = book.getSheet("Problems").getRow(4);
          for (int column : List.of(1, 3, 4, 5)) {
            assertThat(line.getCell(column).getCellType()).isEqualTo(CellType.STRING);
            assertThat(line.getCell(column).getCellStyle().getQuotePrefixed()).isTrue();
          }
          return line;
        });
  }
}
