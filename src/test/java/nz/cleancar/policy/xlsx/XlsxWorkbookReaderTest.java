package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.WorkbookReader.TableName;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.TableBook;
import org.junit.jupiter.api.Test;

/** What a faultless table becomes. */
class XlsxWorkbookReaderTest {

  @Test
  void a_sheet_becomes_a_table_with_all_that_it_says_of_itself() {
    // Given
    var workbook =
        Sample.table()
            .titled("Targets of a sample")
            .onSheet("Targets")
            .key("Says", "Type {vehicleType} has {Annual target (g CO2/km)}, or {annual target}.")
            .bytes();

    // When
    var contents = Sample.read(workbook);

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(contents.names())
        .containsExactly(new TableName("sample", new Place(Sample.FILE, "Targets", "B2")));
    PolicyTable table = contents.tables().getFirst();
    assertThat(table.id()).isEqualTo("sample");
    assertThat(table.title()).isEqualTo("Targets of a sample");
    assertThat(table.purpose()).isEqualTo("Shows how a table is laid out.");
    assertThat(table.hitPolicy()).isEqualTo(HitPolicy.EXACTLY_ONE);
    assertThat(table.otherwise()).isEqualTo(new Otherwise.Fault());
    assertThat(table.owner()).isEqualTo("Policy team");
    assertThat(table.says()).startsWith("Type {vehicleType}");
    assertThat(table.workbook()).isEqualTo(Sample.FILE);
    assertThat(table.sheet()).isEqualTo("Targets");
    assertThat(table.inputs().stream().map(Term::name))
        .containsExactly("code", "vehicleType", "year", "co2", "legalDate", "subject");
    assertThat(table.outcomes().stream().map(Term::name)).containsExactly("annualTarget", "reason");
  }

  @Test
  void a_row_becomes_conditions_and_outcomes_of_its_columns_kinds() {
    // Given
    var workbook = Sample.table().bytes();

    // When
    var rows = Sample.read(workbook).tables().getFirst().rows();

    // Then
    var second = rows.get(1);
    assertThat(second.number()).isEqualTo(10);
    assertThat(second.cells()).isEqualTo("A10:K10");
    assertThat(second.conditions())
        .containsExactly(
            new Condition.OneOf(List.of(Value.of("MB"))),
            new Condition.OneOf(List.of(Value.of("B"), Value.of("NONE"))),
            new Condition.Range(
                new Condition.Bound(Value.of(2026), true),
                new Condition.Bound(Value.of(2028), true)),
            new Condition.Range(new Condition.Bound(Value.of(new BigDecimal("0.5")), true), null),
            new Condition.Range(
                new Condition.Bound(Value.of(LocalDate.of(2026, 1, 1)), true), null),
            new Condition.Any());
    assertThat(second.outcomes())
        .containsExactly(Value.of(new BigDecimal("0.0343")), new Value.Sentence("Second."));
    assertThat(second.source()).isEqualTo("Land Transport Act 1998, s 175");
    assertThat(second.standing()).isEqualTo(Standing.ENACTED);
    assertThat(second.note()).isEmpty();
  }

  @Test
  void columns_keep_their_order_within_inputs_and_outcomes_wherever_the_others_stand() {
    // Given
    var workbook =
        TableBook.table("mixed")
            .header("Note", "→ Reason", "Year", "Source", "-> Annual target", "Code", "Standing")
            .rawRow("A note", "Why.", 2026, "An Act", 108, "MA", "assumed")
            .bytes();

    // When
    var table = Sample.read(workbook).tables().getFirst();

    // Then
    assertThat(table.inputs().stream().map(Term::name)).containsExactly("year", "code");
    assertThat(table.outcomes().stream().map(Term::name)).containsExactly("reason", "annualTarget");
    assertThat(table.rows().getFirst().note()).isEqualTo("A note");
    assertThat(table.rows().getFirst().standing()).isEqualTo(Standing.ASSUMED);
  }

  @Test
  void what_holds_without_a_matching_row_has_the_kinds_of_the_outcomes() {
    // Given
    var workbook = Sample.table().key("When no row matches", "0.5; Nothing {Year}.").bytes();

    // When
    var table = Sample.read(workbook).tables().getFirst();

    // Then
    assertThat(table.otherwise())
        .isEqualTo(
            new Otherwise.Answer(
                List.of(Value.of(new BigDecimal("0.5")), new Value.Sentence("Nothing {Year}."))));
  }

  @Test
  void each_sheet_is_a_table_and_empty_sheets_are_nothing() {
    // Given
    var workbook =
        Sample.table()
            .then(sheet -> sheet.getWorkbook().createSheet("Empty"))
            .then(
                sheet -> {
                  var other = TableBook.table("other").onSheet("Other");
                  other.columns("Code", "→ Reason").row("MA", "Why.").write(sheet.getWorkbook());
                })
            .bytes();

    // When
    var contents = Sample.read(workbook);

    // Then
    assertThat(contents.findings()).isEmpty();
    assertThat(contents.tables().stream().map(PolicyTable::id)).containsExactly("sample", "other");
  }
}
