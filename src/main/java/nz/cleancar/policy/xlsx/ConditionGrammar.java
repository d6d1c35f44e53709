package nz.cleancar.policy.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * How a cell of an input column is written: {@code any}; a value; a list {@code A; B}; a range
 * {@code [1200..2000)}, whose square brackets hold their end and whose round ones do not; or a
 * comparison {@code >= 1500}. Words have no ranges, yes and no neither ranges nor lists. Spaces
 * between the parts do not matter, nor do the capitals of {@code any}, which is never a word.
 */
final class ConditionGrammar {

  private static final int LONGEST_CELL = 500;

  private final Term term;
  private final ValueGrammar values;

  ConditionGrammar(Term term) {
    this.term = term;
    this.values = new ValueGrammar(term);
  }

  /** The condition that the cell states. */
  Condition read(Content content) throws Misread {
    return content instanceof Content.Text(String text)
        ? text(text.strip())
        : new Condition.OneOf(List.of(values.cell(content)));
  }

  private Condition text(String text) throws Misread {
    if (text.length() > LONGEST_CELL) {
      throw new Misread(
          "too-long", "at most " + LONGEST_CELL + " characters", "Spread it over several rows.");
    }
    if (text.equalsIgnoreCase("any")) {
      return new Condition.Any();
    }
    if (text.startsWith("[") || text.startsWith("(")) {
      return range(text);
    }
    if (text.startsWith("<") || text.startsWith(">")) {
      return comparison(text);
    }
    return text.contains(";")
        ? list(text)
        : new Condition.OneOf(List.of(values.cell(new Content.Text(text))));
  }

  private Condition list(String text) throws Misread {
    if (term.kind() == Kind.YES_NO) {
      throw new Misread("bad-list", "`any`, `yes` or `no`", "Write `any` if both will do.");
    }
    var members = new ArrayList<Value>();
    for (String member : text.split(";", -1)) {
      if (member.isBlank()) {
        throw new Misread(
            "bad-list", "a value on both sides of each `;`", "Remove the `;` that stands alone.");
      }
      Value value = values.text(member.strip());
      if (members.contains(value)) {
        throw new Misread(
            "duplicate-member",
            "each value once",
            "Remove the second `" + value.text() + "` from the list.");
      }
      members.add(value);
    }
    return new Condition.OneOf(members);
  }

  private Condition comparison(String text) throws Misread {
    checkOrdered();
    boolean inclusive = text.startsWith("=", 1);
    Value end = values.text(text.substring(inclusive ? 2 : 1).strip());
    var bound = new Condition.Bound(end, inclusive);
    return text.startsWith("<")
        ? new Condition.Range(null, bound)
        : new Condition.Range(bound, null);
  }

  private Condition range(String text) throws Misread {
    checkOrdered();
    boolean closed = text.endsWith("]") || text.endsWith(")");
    String[] ends = text.substring(1, closed ? text.length() - 1 : 1).split("\\.\\.", -1);
    if (ends.length != 2 || ends[0].isBlank() || ends[1].isBlank()) {
      throw new Misread(
          "bad-range",
          "a range such as `[1..5)`",
          "Write both ends with `..` between them; use `>=` or `<` where there is one end.");
    }
    var lower = new Condition.Bound(values.text(ends[0].strip()), text.startsWith("["));
    var upper = new Condition.Bound(values.text(ends[1].strip()), text.endsWith("]"));
    if (isEmpty(lower, upper)) {
      throw new Misread(
          "empty-range",
          "a range that something lies in",
          "Put the lower end first; a range from a number to itself needs `[` and `]`.");
    }
    return new Condition.Range(lower, upper);
  }

  private void checkOrdered() throws Misread {
    switch (term.kind()) {
      case WHOLE, DECIMAL, DAY -> {}
      case WORD, WORDS, YES_NO, SENTENCE ->
          throw new Misread(
              "range-of-words",
              "`any` or " + values.oneValue(),
              "Only numbers and days have ranges and comparisons; list the words: `A; B`.");
    }
  }

  private static boolean isEmpty(Condition.Bound lower, Condition.Bound upper) {
    int order = position(lower, 1).compareTo(position(upper, -1));
    boolean excludes = !lower.inclusive() || !upper.inclusive();
    return order > 0 || (order == 0 && excludes && lower.value() instanceof Value.Decimal);
  }

  /** Where the range begins or ends: of what is counted, at the next one if the end is left out. */
  private static BigDecimal position(Condition.Bound bound, int inwards) {
    long step = bound.inclusive() ? 0 : inwards;
    return switch (bound.value()) {
      case Value.Decimal decimal -> decimal.number();
      case Value.Whole whole -> BigDecimal.valueOf(whole.number() + step);
      case Value.Day day -> BigDecimal.valueOf(day.date().toEpochDay() + step);
      case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ ->
          throw new IllegalStateException("Only numbers and days have ranges.");
    };
  }
}
