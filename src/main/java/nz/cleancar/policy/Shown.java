package nz.cleancar.policy;

/** A user's text as findings show it: short, on one line, with nothing in it invisible. */
public final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  /** The text in backticks; what cannot be seen appears as its code point, {@code ⟨U+00A0⟩}. */
  public static String text(String text) {
    return "`" + plain(text) + "`";
  }

  /** The same without backticks around it. */
  public static String plain(String text) {
    var shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append('…');
    }
    return shown.toString();
  }

  /** The whole text, however long; line breaks stay, as {@code ↵}. */
  public static String whole(String text) {
    var shown = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                shown.append('↵');
              } else if (point == '`') {
                shown.append('`');
              } else {
                append(shown, point);
              }
            });
    return shown.toString();
  }

  /** Whether a reader can see the character, or it is a plain space. */
  public static boolean isVisible(int codePoint) {
    if (codePoint == ' ') {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void append(StringBuilder shown, int point) {
    if (!isVisible(point)) {
      shown.append("⟨U+%04X⟩".formatted(point));
    } else if (point == '`') {
      shown.append('\'');
    } else {
      shown.appendCodePoint(point);
    }
  }
}
