package nz.cleancar.notice;

import java.util.PrimitiveIterator;
import java.util.function.IntPredicate;

/** Takes out of a text what could be anything but a text: controls, broken characters, too much. */
final class PlainText {

  private static final int SPACE = ' ';
  private static final int REPLACEMENT = '\uFFFD';
  private static final char CUT = '…';

  private PlainText() {}

  /** The text on one line, each control a space. */
  static String line(String text, int longest) {
    return cut(without(text, point -> !isControl(point)).strip(), longest);
  }

  /** The text with its line ends as line feeds, each other control a space. */
  static String lines(String text, int longest) {
    String ended = text.replace("\r\n", "\n").replace('\r', '\n');
    return cut(without(ended, point -> point == '\n' || !isControl(point)), longest);
  }

  private static String without(String text, IntPredicate plain) {
    var kept = new StringBuilder(text.length());
    PrimitiveIterator.OfInt points = text.codePoints().iterator();
    while (points.hasNext()) {
      int point = points.nextInt();
      kept.appendCodePoint(plain.test(point) ? whole(point) : SPACE);
    }
    return kept.toString();
  }

  private static int whole(int point) {
    return Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point;
  }

  /** Controls, line and paragraph ends, and marks that turn the direction of what follows. */
  private static boolean isControl(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }
}
