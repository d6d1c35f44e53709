package nz.cleancar.statement.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/** Liberation Sans, which is put into the documents, so that macrons show everywhere. */
final class Typeface {

  static final Color FAINT = new Color(0x59, 0x59, 0x59);

  private static final int UNKNOWN = '?';

  private final BaseFont regular = font("LiberationSans-Regular.ttf");
  private final BaseFont bold = font("LiberationSans-Bold.ttf");

  private static BaseFont font(String file) {
    try (var in = Typeface.class.getResourceAsStream("/liberation/" + file)) {
      if (in == null) {
        throw new IllegalStateException("The font " + file + " is missing.");
      }
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The font for figures that are set by hand. */
  BaseFont figures() {
    return regular;
  }

  /** A text in the size. */
  Phrase plain(String text, float size) {
    return new Phrase(shown(regular, text), new Font(regular, size));
  }

  /** A text in the size, in bold. */
  Phrase bold(String text, float size) {
    return new Phrase(shown(bold, text), new Font(bold, size));
  }

  /** A text in the size, which stands back. */
  Phrase faint(String text, float size) {
    return new Phrase(shown(regular, text), new Font(regular, size, Font.NORMAL, FAINT));
  }

  /** The text with a question mark for each character that the font lacks. */
  private static String shown(BaseFont font, String text) {
    return text.codePoints()
        .map(each -> font.charExists(each) ? each : UNKNOWN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
