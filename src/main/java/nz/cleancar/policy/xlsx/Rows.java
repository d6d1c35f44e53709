package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** The rows of a table under its header. */
final class Rows {

  private final Cells cells;
  private final Header header;
  private final Vocabulary vocabulary;

  Rows(Cells cells, Header header, Vocabulary vocabulary) {
    this.cells = cells;
    this.header = header;
    this.vocabulary = vocabulary;
  }

  /** The row of this number, unless something is wrong in it. */
  Optional<Row> read(int number) {
    var conditions = new ArrayList<Condition>();
    var outcomes = new ArrayList<Value>();
    Optional<String> source = Optional.empty();
    Optional<Standing> standing = Optional.empty();
    Optional<String> note = Optional.empty();
    for (Column column : header.columns()) {
      var at = new Address(number, column.number());
      switch (column.role()) {
        case INPUT -> condition(at, column).ifPresent(conditions::add);
        case OUTCOME -> outcome(at, column).ifPresent(outcomes::add);
        case SOURCE ->
            source = cells.require(at, "what the row rests on", "Name the source.", Rows::prose);
        case STANDING ->
            standing =
                cells.require(at, standings(), "Say how firmly the row stands.", Rows::standing);
        case NOTE -> note = cells.read(at, Rows::prose);
      }
    }
    boolean whole =
        conditions.size() == header.of(Column.Role.INPUT).size()
            && outcomes.size() == header.of(Column.Role.OUTCOME).size()
            && source.isPresent()
            && standing.isPresent();
    return whole
        ? Optional.of(
            new Row(
                number,
                Area.of(number, header.firstColumn(), number, header.lastColumn()).toString(),
                conditions,
                outcomes,
                source.get(),
                standing.get(),
                note.orElse("")))
        : Optional.empty();
  }

  private Optional<Condition> condition(Address at, Column column) {
    String repair = "Write `any` if every value will do.";
    return column
        .known()
        .filter(term -> term.kind() != Kind.SENTENCE)
        .map(
            term ->
                cells.require(
                    at,
                    "`any` or " + new ValueGrammar(term).oneValue(),
                    repair,
                    new ConditionGrammar(term)::read))
        .orElseGet(() -> cells.require(at, "a condition", repair, _ -> new Condition.Any()));
  }

  private Optional<Value> outcome(Address at, Column column) {
    String repair = "Write the outcome of the row.";
    return column
        .known()
        .map(term -> new OutcomeGrammar(term, vocabulary))
        .map(grammar -> cells.require(at, grammar.expected(), repair, grammar::read))
        .orElseGet(() -> cells.require(at, "an outcome", repair, _ -> Value.of("UNKNOWN")));
  }

  private static String prose(Content content) throws Misread {
    return ValueGrammar.prose(content, OutcomeGrammar.LONGEST_SENTENCE);
  }

  private static String standings() {
    return "one of " + String.join(", ", standingWords());
  }

  private static List<String> standingWords() {
    return Arrays.stream(Standing.values())
        .map(standing -> standing.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Standing standing(Content content) throws Misread {
    String words = prose(content).toLowerCase(Locale.ROOT);
    if (!standingWords().contains(words)) {
      throw new Misread(
          "standing",
          standings(),
          Nearest.to(words, standingWords())
              .map(nearest -> "The nearest is `" + nearest + "`.")
              .orElse("Say how firmly the row stands."));
    }
    return Standing.valueOf(words.toUpperCase(Locale.ROOT));
  }
}
