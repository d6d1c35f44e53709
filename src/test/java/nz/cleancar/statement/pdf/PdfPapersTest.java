package nz.cleancar.statement.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import nz.cleancar.statement.AStatement;
import nz.cleancar.statement.Totals;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Statements as PDF, as a reader finds them. */
class PdfPapersTest {

  private final PdfPapers papers = new PdfPapers();

  @Test
  void a_statement_says_whose_it_is_and_how_it_opens_and_closes() throws IOException {
    // When
    byte[] pdf = pdf("Ngā Waka o Tāmaki", 5);

    // Then
    assertThat(text(pdf, 1))
        .contains("CO2 account statement")
        .contains("Ngā Waka o Tāmaki")
        .contains("CO2-200001, for used vehicles")
        .contains("1 January 2026 to 31 December 2026")
        .contains("Issued", "4 January 2027")
        .contains("Opening balances", "118.9 g/km", "$248.40")
        .contains("Closing balances")
        .contains("Page 1 of");
  }

  @Test
  void a_line_about_a_vehicle_names_it_as_people_do_above_its_id() throws IOException {
    // Then
    assertThat(text(pdf("Kiwi Imports", 1), 1))
        .contains("7AT00000000000000", "01JQ8YV6F20000000000000000");
  }

  @Test
  void every_page_repeats_the_header_and_is_numbered() throws IOException {
    // When
    byte[] pdf = pdf("Kiwi Imports", 250);

    // Then
    int pages = pages(pdf);
    assertThat(pages).isGreaterThan(3);
    for (int page = 1; page < pages; page++) {
      assertThat(text(pdf, page)).contains("Amount", "Page " + page + " of");
    }
  }

  @Test
  void a_statement_in_which_nothing_moved_says_so() throws IOException {
    // Then
    assertThat(text(pdf("Kiwi Imports", 0), 1)).contains("Nothing moved in this period.");
  }

  @Test
  void a_hostile_name_is_text_and_nothing_else() throws IOException {
    // When
    byte[] pdf = pdf(") Tj /JavaScript (app.alert(1)) 車<b>" + "x".repeat(70), 2);

    // Then
    assertThat(pages(pdf)).isEqualTo(1);
    assertThat(text(pdf, 1)).contains(") Tj /JavaScript (app.alert(1))").contains("?<b>");
    try (var reader = new PdfReader(pdf)) {
      assertThat(reader.getJavaScript()).isNullOrEmpty();
    }
  }

  @Test
  void a_long_statement_is_written_while_it_is_told() throws IOException {
    // Given
    var out = new ByteArrayOutputStream();
    var statement = papers.statement(out);

    // When
    Totals closing = AStatement.begin(statement, "Kiwi Imports", 20_000);
    int writtenBeforeItsEnd = out.size();
    statement.ends(closing);

    // Then
    assertThat(writtenBeforeItsEnd).isGreaterThan(out.size() / 2);
    assertThat(pages(out.toByteArray())).isGreaterThan(400);
  }

  private byte[] pdf(String holder, int lines) {
    var out = new ByteArrayOutputStream();
    var statement = papers.statement(out);
    statement.ends(AStatement.begin(statement, holder, lines));
    return out.toByteArray();
  }

  private static int pages(byte[] pdf) throws IOException {
    try (var reader = new PdfReader(pdf)) {
      return reader.getNumberOfPages();
    }
  }

  private static String text(byte[] pdf, int page) throws IOException {
    try (var reader = new PdfReader(pdf)) {
      return new PdfTextExtractor(reader).getTextFromPage(page);
    }
  }
}
