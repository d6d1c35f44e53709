package nz.cleancar.policy.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * How one value of a term is written.
 *
 * <p>A word is letters, digits, underscores and dashes, of which the first is a letter or digit, at
 * most {@value #LONGEST_WORD} characters. A number has a plain cell of its own, or stands inside a
 * list, range or comparison with digits, a point and a minus sign alone; its size is below a
 * million million. A day is {@code 2026-01-01} or a date cell. {@code yes} and {@code no} may be
 * the spreadsheet's own TRUE and FALSE; capitals do not matter.
 */
public final class ValueGrammar {

  private static final int LONGEST_WORD = 60;
  private static final int MOST_NAMED = 12;
  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Term term;

  /** The grammar of this term. */
  public ValueGrammar(Term term) {
    this.term = term;
  }

  /** Whether the text is a word at all. */
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /** What one value of the term is, for a reader. */
  public String oneValue() {
    return switch (term.kind()) {
      case WORD, WORDS -> term.allowed().isEmpty() ? "a word" : "one of " + someAllowed();
      case WHOLE -> "a whole number";
      case DECIMAL -> "a number";
      case DAY -> "a day such as `2026-01-31`";
      case YES_NO -> "`yes` or `no`";
      case SENTENCE -> "a sentence";
    };
  }

  private String someAllowed() {
    List<String> allowed = term.allowed();
    String some = String.join(", ", allowed.subList(0, Math.min(MOST_NAMED, allowed.size())));
    return allowed.size() > MOST_NAMED ? some + ", …" : some;
  }

  /** The value that is the whole content of a cell. */
  public Value cell(Content content) throws Misread {
    return switch (content) {
      case Content.Text(String text) -> textCell(text.strip());
      case Content.Numeric(BigDecimal number) -> number(number);
      case Content.Day(LocalDate date) when term.kind() == Kind.DAY -> Value.of(date);
      case Content.Truth(boolean yes) when term.kind() == Kind.YES_NO -> Value.of(yes);
      case Content.NoDay(_, String why) when term.kind() == Kind.DAY ->
          throw new Misread("not-a-day", oneValue(), "Type a whole day, not " + why + ".");
      case Content.Day _, Content.Truth _, Content.NoDay _, Content.Failed _, Content.Formula _ ->
          throw misfit();
    };
  }

  /** The value, unless it is less than the vocabulary says that the term can be. */
  public Value notBelowLeast(Value value) throws Misread {
    var least = term.least().filter(_ -> term.isBelowLeast(value));
    if (least.isPresent()) {
      throw new Misread(
          "below-least",
          "a number from " + least.get().toPlainString(),
          "Correct it; the vocabulary says that " + term.heading() + " is never below that.");
    }
    return value;
  }

  private Value textCell(String text) throws Misread {
    boolean isNumeric = term.kind() == Kind.WHOLE || term.kind() == Kind.DECIMAL;
    if (isNumeric && NUMBER.matcher(text).matches()) {
      throw new Misread(
          "number-as-text",
          oneValue(),
          "The cell holds the digits as text; set its format to a number and type it again.");
    }
    return text(text);
  }

  /** The value that a text is, alone or inside a list, a range or a comparison. */
  public Value text(String text) throws Misread {
    checkCharacters(text);
    return switch (term.kind()) {
      case WORD, WORDS -> Value.of(word(text));
      case WHOLE, DECIMAL -> {
        if (!NUMBER.matcher(text).matches()) {
          throw misfit();
        }
        yield number(new BigDecimal(text));
      }
      case DAY -> day(text);
      case YES_NO -> {
        if (text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("no")) {
          yield Value.of(text.equalsIgnoreCase("yes"));
        }
        throw misfit();
      }
      case SENTENCE -> throw misfit();
    };
  }

  private String word(String text) throws Misread {
    if (!isWord(text)) {
      throw new Misread(
          "not-a-word",
          oneValue(),
          "Use letters, digits, `_` and `-` alone, at most " + LONGEST_WORD + " of them.");
    }
    if (text.equalsIgnoreCase("any")) {
      throw new Misread(
          "reserved-word", oneValue(), "`any` stands alone in its cell; it is never a word.");
    }
    if (!term.allowed().isEmpty() && !term.allowed().contains(text)) {
      throw new Misread(
          "word-not-allowed",
          oneValue(),
          Nearest.to(text, term.allowed())
              .map(word -> "The nearest allowed word is `" + word + "`.")
              .orElse("Choose one of them, or add the word to the vocabulary."));
    }
    return text;
  }

  private Value number(BigDecimal number) throws Misread {
    if (term.kind() != Kind.WHOLE && term.kind() != Kind.DECIMAL) {
      throw misfit();
    }
    if (number.abs().compareTo(TOO_LARGE) >= 0) {
      throw new Misread("number-too-large", "a number below 1000000000000", "Correct the number.");
    }
    int decimals = number.stripTrailingZeros().scale();
    if (term.kind() == Kind.WHOLE) {
      if (decimals > 0) {
        throw new Misread("not-whole", oneValue(), "Leave out the decimals.");
      }
      return Value.of(number.longValueExact());
    }
    if (decimals > Value.Decimal.MAX_DECIMALS) {
      throw new Misread(
          "too-many-decimals",
          "a number with at most " + Value.Decimal.MAX_DECIMALS + " decimals",
          "Round the number, and say in the note how.");
    }
    return Value.of(number);
  }

  private Value day(String text) throws Misread {
    if (!DAY.matcher(text).matches()) {
      throw misfit();
    }
    try {
      return Value.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw new Misread("not-a-day", oneValue(), "The calendar has no such day; correct it.");
    }
  }

  /** Refuses look-alikes: spaces that do not break, digits of other scripts, marks unseen. */
  private void checkCharacters(String text) throws Misread {
    var odd = text.codePoints().filter(point -> point < ' ' || point > '~').findFirst();
    if (odd.isPresent()) {
      int point = odd.getAsInt();
      throw new Misread(
          "odd-character",
          oneValue(),
          "It contains %s (U+%04X); type it anew with plain letters, digits and signs."
              .formatted(Character.getName(point), point));
    }
  }

  private Misread misfit() {
    return switch (term.kind()) {
      case WORD, WORDS ->
          new Misread(
              "not-a-word", oneValue(), "Type the word as text (in Excel: with a ' before it).");
      case WHOLE, DECIMAL ->
          new Misread(
              "not-a-number",
              oneValue(),
              "Type the number with digits alone: no thousands separator, currency or unit.");
      case DAY -> new Misread("not-a-day", oneValue(), "Write the day as year-month-day.");
      case YES_NO -> new Misread("not-yes-or-no", oneValue(), "Write `yes` or `no`.");
      case SENTENCE -> new Misread("not-a-sentence", oneValue(), "Write a sentence.");
    };
  }

  /** The content of a cell for people, on one line: runs of spaces and line breaks become one. */
  public static String prose(Content content, int limit) throws Misread {
    if (!(content instanceof Content.Text(String text))) {
      throw new Misread("not-text", "text", "Write it in words (in Excel: with a ' before it).");
    }
    var prose = new StringBuilder();
    for (String word : text.split("[\\s\\u00A0\\u2007\\u202F]+", -1)) {
      if (!word.isEmpty()) {
        prose.append(prose.isEmpty() ? "" : " ").append(word);
      }
    }
    if (prose.codePoints().count() > limit) {
      throw new Misread("too-long", "at most " + limit + " characters", "Shorten it.");
    }
    var odd = prose.codePoints().filter(point -> !Shown.isVisible(point)).findFirst();
    if (odd.isPresent()) {
      throw new Misread(
          "odd-character",
          "text that can be seen",
          "It contains a character that cannot be seen (U+%04X); type it anew."
              .formatted(odd.getAsInt()));
    }
    return prose.toString();
  }
}
