package nz.cleancar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, and the table that shows it. */
final class Figures {

  /**
   * A line of the table.
   *
   * @param what what was measured
   * @param figure what it came to, with its unit
   * @param baseline what it is compared with; empty where it stands alone
   * @param ratio how the two compare; empty where it stands alone
   * @param limit the limit; empty where there is none
   * @param verdict whether the limit is met
   */
  record Line(
      String what, String figure, String baseline, String ratio, String limit, String verdict) {

    private List<String> cells() {
      return List.of(what, figure, baseline, ratio, limit, verdict);
    }
  }

  private static final List<String> HEADER =
      List.of("what", "figure", "baseline", "ratio", "limit", "");

  private final List<List<String>> lines = new ArrayList<>(List.of(HEADER));

  /** A figure that may be at most so many times its baseline. */
  void atMost(double limit, String what, String figure, String baseline, double ratio) {
    add(what, figure, baseline, ratio, "<= " + number(limit), ratio <= limit);
  }

  /** A figure that must be at least such a part of its baseline. */
  void atLeast(double limit, String what, String figure, String baseline, double ratio) {
    add(what, figure, baseline, ratio, ">= " + number(limit), ratio >= limit);
  }

  /** A figure against a baseline without a limit. */
  void compared(String what, String figure, String baseline, double ratio) {
    lines.add(new Line(what, figure, baseline, number(ratio), "", "").cells());
  }

  /** A figure that stands alone. */
  void alone(String what, String figure) {
    lines.add(new Line(what, figure, "", "", "", "").cells());
  }

  private void add(
      String what, String figure, String baseline, double ratio, String limit, boolean met) {
    lines.add(
        new Line(what, figure, baseline, number(ratio), limit, met ? "met" : "MISSED").cells());
  }

  /** The table, with its columns in line. */
  String table() {
    var table = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      for (int column = 0; column < HEADER.size(); column++) {
        int width = width(column);
        String format = column == 0 ? "%-" + width + "s" : "  %" + width + "s";
        table.append(format.formatted(lines.get(i).get(column)));
      }
      table.append(System.lineSeparator());
      if (i == 0) {
        int width = 2 * (HEADER.size() - 1);
        for (int column = 0; column < HEADER.size(); column++) {
          width += width(column);
        }
        table.append("-".repeat(width)).append(System.lineSeparator());
      }
    }
    return table.toString();
  }

  private int width(int column) {
    return Math.max(1, lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(1));
  }

  /** A number with as many decimals as it bears. */
  static String number(double number) {
    String format = number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, number);
  }

  /** The middle one; of an even number the mean of the two in the middle. */
  static double median(List<Double> numbers) {
    var sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
