package nz.cleancar.statement.pdf;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** The foot of each page: what the document is, and which page of how many. */
final class PageNumbers extends PdfPageEventHelper {

  private static final float SIZE = 8;
  private static final float ROOM_FOR_TOTAL = 22;
  private static final float GAP = 3;
  private static final float BELOW = 18;

  private final Typeface typeface;
  private final String title;
  private final PdfTemplate total;

  PageNumbers(Typeface typeface, String title, PdfWriter writer) {
    this.typeface = typeface;
    this.title = title;
    this.total = writer.getDirectContent().createTemplate(ROOM_FOR_TOTAL, SIZE * 2);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    float y = document.bottom() - BELOW;
    ColumnText.showTextAligned(
        canvas, Element.ALIGN_LEFT, typeface.faint(title, SIZE), document.left(), y, 0);
    float right = document.right() - ROOM_FOR_TOTAL;
    ColumnText.showTextAligned(
        canvas,
        Element.ALIGN_RIGHT,
        typeface.faint("Page " + writer.getPageNumber() + " of", SIZE),
        right,
        y,
        0);
    canvas.addTemplate(total, right + GAP, y);
  }

  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    total.beginText();
    total.setFontAndSize(typeface.figures(), SIZE);
    total.setColorFill(Typeface.FAINT);
    total.showText(Integer.toString(writer.getPageNumber() - 1));
    total.endText();
  }
}
