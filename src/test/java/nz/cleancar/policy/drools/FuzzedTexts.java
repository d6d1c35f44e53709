package nz.cleancar.policy.drools;

import java.util.List;
import java.util.Random;

/** Texts that nobody should type into a cell, and cells with a slip of the finger. */
final class FuzzedTexts {

  private static final List<String> HARMFUL =
      List.of(
          "\"",
          "'",
          "\\",
          "\\\"",
          "\n",
          "\r\n",
          "\t",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          "end",
          "then",
          "when",
          "rule",
          "\nend\n",
          "\nthen\n",
          "rule \"x\" when then end",
          "end rule \"x\" salience 9999999 when then System.exit(1); end",
          "eval(true)",
          "|| true",
          "\" || true || \"",
          "\") || eval(true) || this.toString().contains(\"",
          "1) || (1 == 1",
          "MA\", \"MB",
          "\"); System.exit(1); (\"",
          "Runtime.getRuntime().exec(\"id\");",
          "new java.io.File(\"x\").delete()",
          "import java.lang.Runtime;",
          "function void f() { }",
          "global java.util.List l",
          "query \"q\" end",
          "declare X end",
          "dialect \"java\"",
          "insert(new Object());",
          "drools.halt();",
          "known.set(\"rate\", 0);",
          "kcontext",
          "$l",
          "@{row.rowNumber}",
          "@{1+1}",
          "${7*7}",
          "#{7*7}",
          "%{7*7}",
          "{{7*7}}",
          "<%= 7 %>",
          "{Year}",
          "{Vehicle type}",
          "{year.class}",
          "//",
          "/*",
          "*/",
          "#",
          "--",
          "\\u0022",
          "\\u000a end",
          "\\x22",
          "&quot;",
          "&#34;",
          "_x0000_",
          "_x0022_",
          "_x000A_",
          "_x202E_",
          "\u202E",
          "\u200F",
          "\u200B",
          "\u00A0",
          "\uFEFF",
          "\u2028",
          "\u0085",
          "\uFF02",
          "\u201C",
          "\uD83D\uDE97",
          "é",
          "А",
          "２",
          "٣",
          "null",
          "true",
          "any",
          "yes",
          "NONE",
          "0x10",
          "1e5",
          "1E400",
          "-0",
          "+5",
          "00",
          "1_000",
          "5L",
          "5d",
          "NaN",
          "Infinity",
          ".5",
          "5.",
          "1,5",
          "9999999999999999999999",
          "-1",
          "0.0000001",
          "..",
          ">=",
          "<",
          "->",
          "→",
          "=1+1",
          "@",
          "DROP TABLE decision; --",
          "$(touch /tmp/x)",
          "`id`",
          "%s%n");

  private static final List<String> NUMERIC =
      List.of(
          "0",
          "1",
          "-1",
          "-0",
          "+1",
          "007",
          "1.",
          ".5",
          "1.5",
          "1e3",
          "1E3",
          "1E+3",
          "1e-7",
          "1E400",
          "1E999999999",
          "0x10",
          "1_000",
          "1L",
          "1d",
          "NaN",
          "Infinity",
          "-Infinity",
          "1;2",
          "1)",
          "1/*",
          "46000",
          "46000.5",
          "2026",
          "999999999999",
          "9223372036854775807",
          "9223372036854775808",
          "0.1000000000000000055",
          "3.4299999999999997E-2",
          "1 2",
          "٣",
          "２",
          "1\n",
          "\"1\"",
          "true");

  private final Random random;

  FuzzedTexts(long seed) {
    this.random = new Random(seed);
  }

  /** A text for a cell that might have held the other. */
  String text(List<String> valid) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> oneOf(HARMFUL);
      case 2 -> joined(2 + random.nextInt(4));
      case 3 -> characters(1 + random.nextInt(12));
      case 4 -> longText();
      case 5 -> oneOf(valid) + oneOf(HARMFUL);
      case 6 -> oneOf(HARMFUL) + oneOf(valid);
      case 7 -> oneOf(valid);
      default -> mutated(oneOf(valid), 1 + random.nextInt(3));
    };
  }

  /** What a file may claim to be a number. */
  String number() {
    return random.nextInt(3) > 0
        ? oneOf(NUMERIC)
        : mutated(oneOf(NUMERIC), 1 + random.nextInt(2)).replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
  }

  int number(int below) {
    return random.nextInt(below);
  }

  private String mutated(String text, int times) {
    var changed = new StringBuilder(text);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(changed.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> changed.insert(at, random.nextBoolean() ? oneOf(HARMFUL) : characters(1));
        case 1 -> changed.replace(at, Math.min(at + 1, changed.length()), characters(1));
        default -> changed.delete(at, Math.min(at + 1, changed.length()));
      }
    }
    return changed.toString();
  }

  private String joined(int pieces) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(oneOf(HARMFUL)).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  private String characters(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  private String longText() {
    int length = oneOf(List.of(59, 60, 61, 80, 499, 500, 501, 2000));
    var text = new StringBuilder(random.nextBoolean() ? "" : joined(3));
    while (text.length() < length) {
      text.append((char) ('A' + random.nextInt(26)));
    }
    return text.toString();
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
