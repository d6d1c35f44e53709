package nz.cleancar.policy.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known name most like a mistyped one, by edit distance. */
public final class Nearest {

  private static final int LONGEST_COMPARED = 80;

  private Nearest() {}

  /** The candidate with the fewest edits from the text, where under half of it would change. */
  public static Optional<String> to(String text, List<String> candidates) {
    String wanted = shorten(text);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, shorten(candidate))))
        .filter(best -> 2 * distance(wanted, shorten(best)) < Math.max(wanted.length(), 3));
  }

  private static String shorten(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST_COMPARED ? lower : lower.substring(0, LONGEST_COMPARED);
  }

  private static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    Arrays.setAll(previous, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
