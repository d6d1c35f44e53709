package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** What stands above the header row: a title, and what is said of the table key by key. */
final class Block {

  private static final int LONGEST_TITLE = 200;
  private static final Address TITLE = new Address(1, 1);

  private static final String TABLE = "Table";
  private static final String PURPOSE = "Purpose";
  private static final String HIT_POLICY = "Hit policy";
  private static final String WHEN_NO_ROW_MATCHES = "When no row matches";
  private static final String OWNER = "Owner";
  private static final String SAYS = "Says";

  /** The keys, in the order in which tables have them. */
  private static final KeyBlock.Known KEYS =
      new KeyBlock.Known(
          List.of(TABLE, PURPOSE, HIT_POLICY, WHEN_NO_ROW_MATCHES, OWNER, SAYS),
          List.of(TABLE, PURPOSE, HIT_POLICY, WHEN_NO_ROW_MATCHES, OWNER),
          "",
          "");

  private final Cells cells;
  private final Vocabulary vocabulary;
  private final KeyBlock keys;

  private Block(Cells cells, Vocabulary vocabulary, KeyBlock keys) {
    this.cells = cells;
    this.vocabulary = vocabulary;
    this.keys = keys;
  }

  /** The block in the rows before this one. */
  static Block read(Cells cells, Vocabulary vocabulary, int end) {
    return new Block(cells, vocabulary, new KeyBlock(cells, KEYS, end));
  }

  Optional<String> title() {
    return cells.require(
        TITLE,
        "the title of the table",
        "Write in A1 what the table is.",
        content -> ValueGrammar.prose(content, LONGEST_TITLE));
  }

  /** Where the id stands. */
  Optional<Address> idCell() {
    return keys.at(TABLE);
  }

  Optional<String> id() {
    return keys.id(TABLE, "annual-targets", "table-id");
  }

  Optional<String> purpose() {
    return prose(PURPOSE, "what the table is for");
  }

  Optional<String> owner() {
    return prose(OWNER, "who answers for the table");
  }

  private Optional<String> prose(String key, String expected) {
    return keys.value(
        key, expected, content -> ValueGrammar.prose(content, OutcomeGrammar.LONGEST_SENTENCE));
  }

  Optional<HitPolicy> hitPolicy() {
    var words = Arrays.stream(HitPolicy.values()).map(HitPolicy::words).toList();
    String expected = "one of " + String.join(", ", words);
    return keys.value(
        HIT_POLICY,
        expected,
        content -> {
          String found = ValueGrammar.prose(content, LONGEST_TITLE).toLowerCase(Locale.ROOT);
          for (HitPolicy policy : HitPolicy.values()) {
            if (policy.words().equals(found)) {
              return policy;
            }
          }
          throw new Misread(
              "hit-policy",
              expected,
              Nearest.to(found, words)
                  .map(nearest -> "The nearest is `" + nearest + "`.")
                  .orElse("Say how many rows may match."));
        });
  }

  /** The sentence; empty text where the table has none. */
  Optional<String> says() {
    var at = keys.at(SAYS);
    if (at.flatMap(cells.sheet()::at).isEmpty()) {
      return Optional.of("");
    }
    return at.flatMap(
        says -> cells.read(says, content -> OutcomeGrammar.sentence(content, vocabulary)));
  }

  /** What holds when no row matches, given the outcome columns. */
  Optional<Otherwise> otherwise(List<Column> outcomes) {
    return keys.value(
        WHEN_NO_ROW_MATCHES, "`error` or the outcome", content -> otherwise(content, outcomes));
  }

  private Otherwise otherwise(Content content, List<Column> outcomes) throws Misread {
    if (content instanceof Content.Text(String text) && text.strip().equalsIgnoreCase("error")) {
      return new Otherwise.Fault();
    }
    List<Content> parts =
        content instanceof Content.Text(String text) && outcomes.size() != 1
            ? Arrays.stream(text.split(";", -1)).<Content>map(Content.Text::new).toList()
            : List.of(content);
    if (parts.size() != outcomes.size()) {
      throw new Misread(
          "otherwise-count",
          "`error`, or %d values with `;` between them".formatted(outcomes.size()),
          "Write one value for each outcome column, in their order.");
    }
    var answer = new ArrayList<Value>();
    for (int i = 0; i < parts.size(); i++) {
      var term = outcomes.get(i).known();
      if (term.isPresent()) {
        var grammar = new OutcomeGrammar(term.get(), vocabulary);
        answer.add(
            parts.get(i) instanceof Content.Text(String text)
                ? grammar.part(text.strip())
                : grammar.read(parts.get(i)));
      }
    }
    return new Otherwise.Answer(answer);
  }
}
