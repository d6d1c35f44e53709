package nz.cleancar.message;

import java.util.Optional;

/** What people write in their own words: no control character but line ends, no broken one. */
public final class Prose {

  /** How long a reason may be. */
  public static final int LONGEST_REASON = 1_000;

  private Prose() {}

  /** The text of this name, which must say something. */
  static Optional<String> text(Members members, String name, int longest) {
    return members.text(
        name,
        text -> isProse(text, longest),
        "must be a text of 1 to " + longest + " characters without control characters");
  }

  /** The reason, which must be there. */
  static Optional<String> reason(Members members) {
    return members.text(
        "reason",
        Prose::isReason,
        "must say why, in at most " + LONGEST_REASON + " characters without control characters");
  }

  /** Whether the text can be a reason. */
  public static boolean isReason(String text) {
    return isProse(text, LONGEST_REASON);
  }

  private static boolean isProse(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.codePoints().allMatch(Prose::isWritten);
  }

  private static boolean isWritten(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\r' || point == '\t';
      case Character.SURROGATE -> false;
      default -> true;
    };
  }
}
