package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.TableBook;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextYearTest {

  private static final Vocabulary VOCABULARY = ShippedPolicy.read().vocabulary();

  private static byte[] shipped(String id) {
    try {
      return Files.readAllBytes(
          ShippedPolicy.FOLDER.resolve("decision-tables").resolve(id + ".xlsx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NextYear.Result copy(byte[] workbook, String id, int year) {
    return new NextYear().copy(id + ".xlsx", workbook, id, year, VOCABULARY);
  }

  private static NextYear.Result.Copied copied(byte[] workbook, String id, int year) {
    return switch (copy(workbook, id, year)) {
      case NextYear.Result.Copied copied -> copied;
      case NextYear.Result.Refused(String says) -> throw new AssertionError(says);
    };
  }

  private static String refused(byte[] workbook, String id, int year) {
    return switch (copy(workbook, id, year)) {
      case NextYear.Result.Copied _ -> throw new AssertionError("It was copied.");
      case NextYear.Result.Refused(String says) -> says;
    };
  }

  private static PolicyTable table(byte[] workbook, String id) {
    var contents = new XlsxWorkbookReader().read(id + ".xlsx", workbook, VOCABULARY);
    assertThat(contents.findings()).isEmpty();
    return contents.tables().getFirst();
  }

  private static String conditions(Row row) {
    return String.join(" | ", row.conditions().stream().map(each -> each.text()).toList());
  }

  private static List<String> values(Row row) {
    return row.outcomes().stream().map(Value::text).toList();
  }

  @Test
  void each_row_of_the_last_year_is_copied_below_its_kind() {
    // When
    byte[] written = copied(shipped("annual-targets"), "annual-targets", 2030).content();

    // Then
    var rows = table(written, "annual-targets").rows();
    assertThat(rows).hasSize(16);
    assertThat(conditions(rows.get(6))).isEqualTo("A | 2029");
    assertThat(conditions(rows.get(7))).isEqualTo("A | 2030");
    assertThat(conditions(rows.get(8))).isEqualTo("B | 2023");
    assertThat(conditions(rows.get(15))).isEqualTo("B | 2030");
    assertThat(values(rows.get(7))).isEqualTo(values(rows.get(6)));
    assertThat(rows.get(7).source()).isEqualTo(rows.get(6).source());
  }

  @Test
  void a_copy_is_assumed_and_its_note_says_whose_values_it_has() {
    // When
    byte[] written = copied(shipped("annual-targets"), "annual-targets", 2030).content();

    // Then
    var row = table(written, "annual-targets").rows().get(7);
    assertThat(row.standing()).isEqualTo(Standing.ASSUMED);
    assertThat(row.note()).isEqualTo("Still the values of 2029: confirm or change.");
  }

  @Test
  void all_other_rows_stay_as_they_were() {
    // Given
    var before = table(shipped("weight-adjustment"), "weight-adjustment").rows();

    // When
    byte[] written = copied(shipped("weight-adjustment"), "weight-adjustment", 2030).content();

    // Then
    var after =
        table(written, "weight-adjustment").rows().stream()
            .filter(row -> !row.note().startsWith(RowCopies.STILL))
            .map(row -> conditions(row) + values(row) + row.standing() + row.note())
            .toList();
    assertThat(after)
        .isEqualTo(
            before.stream()
                .map(row -> conditions(row) + values(row) + row.standing() + row.note())
                .toList());
  }

  @Test
  void an_open_period_ends_with_the_year_before_and_an_open_one_begins() {
    // When
    var copied = copied(shipped("charge-rates"), "charge-rates", 2030);

    // Then
    var rows = table(copied.content(), "charge-rates").rows();
    assertThat(rows).hasSize(20);
    assertThat(conditions(rows.get(12))).isEqualTo("[2028-01-01..2029-12-31] | PAYG | USED");
    assertThat(conditions(rows.get(16))).isEqualTo(">= 2030-01-01 | PAYG | USED");
    assertThat(values(rows.get(16))).isEqualTo(values(rows.get(12)));
    assertThat(copied.ended()).extracting(place -> place.cell()).contains("A21", "A24").hasSize(4);
  }

  @Test
  void a_period_that_ends_with_the_year_before_gets_one_of_a_year() {
    // Given
    byte[] workbook =
        Marked.edit(
            shipped("charge-rates"),
            sheet -> {
              for (int row = 21; row <= 24; row++) {
                Marked.set(sheet, "A" + row, "[2028-01-01..2029-12-31]");
              }
            });

    // When
    var copied = copied(workbook, "charge-rates", 2030);

    // Then
    assertThat(copied.ended()).isEmpty();
    assertThat(conditions(table(copied.content(), "charge-rates").rows().get(16)))
        .isEqualTo("[2030-01-01..2030-12-31] | PAYG | USED");
  }

  @Test
  void an_open_range_of_years_is_parted_too() {
    // When
    var copied = copied(shipped("fleet-settlement"), "fleet-settlement", 2030);

    // Then
    var conditions = table(copied.content(), "fleet-settlement").rows().stream();
    assertThat(conditions.map(NextYearTest::conditions))
        .contains("NEW | >= 2030", "USED | >= 2030")
        .doesNotContain("NEW | >= 2023", "NEW | >= 2024", "NEW | >= 2025", "NEW | >= 2026");
  }

  @Test
  void a_copy_looks_like_its_original_and_colours_what_it_carries_forward() {
    // When
    byte[] written = copied(shipped("annual-targets"), "annual-targets", 2030).content();

    // Then
    Marked.look(
        written,
        book -> {
          var sheet = book.getSheetAt(0);
          assertThat(TableBook.cell(sheet, "B16").getCellType()).isEqualTo(CellType.NUMERIC);
          assertThat(TableBook.cell(sheet, "C16").getCellStyle())
              .isEqualTo(TableBook.cell(sheet, "C15").getCellStyle());
          assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A8:F24");
          assertThat(sheet.getDataValidations())
              .anyMatch(list -> list.getRegions().getCellRangeAddress(0).isInRange(15, 4));
          assertThat(sheet.getCTWorksheet().xmlText())
              .contains("LEFT($F16,20)=\"Still the values of \"")
              .contains("LEFT($F24,20)=\"Still the values of \"");
          return book;
        });
  }

  @Test
  void drop_downs_that_end_with_the_table_grow_with_it() {
    // Given
    byte[] workbook =
        Marked.edit(
            shipped("annual-targets"),
            sheet ->
                List.of(sheet.getCTWorksheet().getDataValidations().getDataValidationArray())
                    .forEach(
                        list -> {
                          if (list.getSqref().getFirst().equals("E9:E222")) {
                            list.setSqref(List.of("E9:E22"));
                          }
                        }));

    // When
    byte[] written = copied(workbook, "annual-targets", 2030).content();

    // Then
    assertThat(Marked.text(written, book -> book.getSheetAt(0).getCTWorksheet().xmlText()))
        .contains("sqref=\"E9:E24\"");
  }

  @Test
  void the_cells_to_confirm_are_told() {
    // When
    var copied = copied(shipped("annual-targets"), "annual-targets", 2030);

    // Then
    assertThat(copied.toConfirm())
        .extracting(each -> each.place().cell() + " " + each.kind() + ": " + each.values())
        .containsExactly(
            "C16 Vehicle type A, Year 2030: Annual target 65",
            "C24 Vehicle type B, Year 2030: Annual target 131");
  }

  @Test
  void year_after_year_can_be_copied() {
    // Given
    byte[] first = copied(shipped("annual-targets"), "annual-targets", 2030).content();

    // When
    byte[] second = copied(first, "annual-targets", 2031).content();

    // Then
    assertThat(table(second, "annual-targets").rows()).hasSize(18);
    assertThat(table(second, "annual-targets").rows().get(8).note())
        .isEqualTo("Still the values of 2030: confirm or change.");
  }

  @ParameterizedTest
  @CsvSource({
    "annual-targets, 2029, already",
    "annual-targets, 2024, already",
    "annual-targets, 2031, leave a gap",
    "annual-targets, 2020, leave a gap",
    "charge-rates, 2028, already",
    "charge-rates, 2027, already",
    "acceptance, 2030, neither a year nor a day",
    "no-such-table, 2030, cannot be read"
  })
  void what_makes_no_sense_is_refused(String id, int year, String why) {
    // Given
    byte[] workbook = shipped(id.equals("no-such-table") ? "acceptance" : id);

    // When
    String says = refused(workbook, id, year);

    // Then
    assertThat(says).contains(why).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({"annual-targets", "charge-rates", "weight-adjustment", "fleet-settlement"})
  void a_second_time_for_the_same_year_is_refused(String id) {
    // Given
    byte[] once = copied(shipped(id), id, 2030).content();

    // When
    String says = refused(once, id, 2030);

    // Then
    assertThat(says).contains("so 2030 has its values already");
  }
}
