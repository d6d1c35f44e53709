package nz.cleancar.statement.pdf;

import java.awt.Color;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A document of A4 pages, with a title and numbered pages. */
final class Sheet {

  static final float TEXT = 9;

  private static final float SMALL = 7.5f;
  private static final float TITLE = 18;
  private static final float MARGIN = 50;
  private static final float PADDING = 4;
  private static final float WHOLE_WIDTH = 100;
  private static final Color RULE = new Color(0xBF, 0xBF, 0xBF);
  private static final Color BAND = new Color(0xEE, 0xF2, 0xF5);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Typeface typeface;
  private final Document document;

  private Sheet(Typeface typeface, Document document) {
    this.typeface = typeface;
    this.document = document;
  }

  /** Begins a document on the stream, which stays open at its end. */
  static Sheet begin(Typeface typeface, String title, String foot, OutputStream out) {
    var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + TITLE);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    document.addTitle(title);
    document.open();
    writer.setPageEvent(new PageNumbers(typeface, foot, writer));
    var sheet = new Sheet(typeface, document);
    sheet.add(typeface.faint("Clean Car Standard", TEXT), 0);
    sheet.add(typeface.bold(title, TITLE), TEXT);
    return sheet;
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  Typeface typeface() {
    return typeface;
  }

  /** Adds a paragraph, with room after it. */
  void add(Phrase text, float after) {
    var paragraph = new Paragraph(text);
    paragraph.setSpacingAfter(after);
    document.add(paragraph);
  }

  /** Adds a table, or the rows of one that were added to it since it was added last. */
  void add(PdfPTable table) {
    document.add(table);
  }

  /** Adds names and what they stand for, one pair a line. */
  void add(String[][] pairs) {
    PdfPTable table = table(1, 3);
    for (String[] pair : pairs) {
      table.addCell(bare(typeface.faint(pair[0], TEXT)));
      table.addCell(bare(typeface.plain(pair[1], TEXT)));
    }
    table.setSpacingAfter(TITLE);
    document.add(table);
  }

  /** A table as wide as the page, with columns of these widths. */
  static PdfPTable table(float... widths) {
    var table = new PdfPTable(widths);
    table.setWidthPercentage(WHOLE_WIDTH);
    return table;
  }

  private static PdfPCell bare(Phrase text) {
    var cell = new PdfPCell(text);
    cell.setBorder(PdfPCell.NO_BORDER);
    cell.setPadding(2);
    return cell;
  }

  /** A cell of a header. */
  PdfPCell heading(String text, boolean isAmount) {
    PdfPCell cell = cell(typeface.bold(text, TEXT), isAmount);
    cell.setBackgroundColor(BAND);
    return cell;
  }

  /** A cell with text, or with an amount, which stands to the right. */
  PdfPCell cell(String text, boolean isAmount) {
    return cell(typeface.plain(text, TEXT), isAmount);
  }

  /**
   * A cell with an id, which is small, so that it stays on one line, below the name that people
   * know, if there is one.
   */
  PdfPCell id(String name, String id) {
    if (name.isEmpty()) {
      return cell(typeface.plain(id, SMALL), false);
    }
    var both = typeface.plain(name, TEXT);
    both.add(Chunk.NEWLINE);
    both.add(typeface.faint(id, SMALL));
    return cell(both, false);
  }

  private static PdfPCell cell(Phrase text, boolean isAmount) {
    var cell = new PdfPCell(text);
    cell.setBorder(PdfPCell.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setPadding(PADDING);
    cell.setHorizontalAlignment(isAmount ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    return cell;
  }

  /** Finishes the document. */
  void end() {
    document.close();
  }
}
