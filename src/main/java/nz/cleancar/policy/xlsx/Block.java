package nz.cleancar.policy.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** What stands above the header row: a title, and what is said of the table key by key. */
final class Block {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final int LONGEST_TITLE = 200;
  private static final Address TITLE = new Address(1, 1);

  /** The keys, in the order in which tables have them. */
  enum Key {
    TABLE("Table"),
    PURPOSE("Purpose"),
    HIT_POLICY("Hit policy"),
    WHEN_NO_ROW_MATCHES("When no row matches"),
    OWNER("Owner"),
    SAYS("Says");

    private final String words;

    Key(String words) {
      this.words = words;
    }

    boolean isRequired() {
      return this != SAYS;
    }
  }

  private final Cells cells;
  private final Vocabulary vocabulary;
  private final int end;
  private final Map<Key, Address> values = new EnumMap<>(Key.class);

  private Block(Cells cells, Vocabulary vocabulary, int end) {
    this.cells = cells;
    this.vocabulary = vocabulary;
    this.end = end;
  }

  /** The block in the rows before this one. */
  static Block read(Cells cells, Vocabulary vocabulary, int end) {
    var block = new Block(cells, vocabulary, end);
    cells.sheet().rows().subMap(2, Math.max(2, end)).keySet().forEach(block::readKey);
    block.checkComplete();
    return block;
  }

  private void readKey(int row) {
    var at = new Address(row, 1);
    if (cells.sheet().at(at).isEmpty()) {
      if (cells.sheet().at(new Address(row, 2)).isPresent()) {
        cells.require(at, "a key", "Write before the value what it is.", content -> content);
      }
      return;
    }
    cells
        .read(at, Block::key)
        .ifPresent(
            key -> {
              if (values.putIfAbsent(key, new Address(row, 2)) != null) {
                cells
                    .findings()
                    .at(
                        at,
                        "duplicate-key",
                        "each key once",
                        "`" + key.words + "` again",
                        "Remove one of the two.");
              }
            });
  }

  private static Key key(Content content) throws Misread {
    String words = ValueGrammar.prose(content, LONGEST_TITLE);
    var keys = Arrays.stream(Key.values()).map(key -> key.words).toList();
    for (Key key : Key.values()) {
      if (key.words.equalsIgnoreCase(words)) {
        return key;
      }
    }
    throw new Misread(
        "unknown-key",
        "one of " + String.join(", ", keys),
        Nearest.to(words, keys)
            .map(nearest -> "The nearest key is `" + nearest + "`.")
            .orElse("Correct the key or clear the row."));
  }

  private void checkComplete() {
    for (Key key : Key.values()) {
      if (key.isRequired() && !values.containsKey(key) && !isMistyped(key)) {
        cells
            .findings()
            .across(
                Area.of(2, 1, Math.max(2, end - 1), 2),
                "missing-key",
                "`" + key.words + "` and its value",
                "neither",
                "Add a row with both above the header.");
      }
    }
  }

  /** Whether a key that was told to be unknown is nearest to this one. */
  private boolean isMistyped(Key key) {
    var keys = Arrays.stream(Key.values()).map(each -> each.words).toList();
    return cells.sheet().rows().subMap(2, Math.max(2, end)).keySet().stream()
        .map(row -> new Address(row, 1))
        .filter(cells.findings()::isTold)
        .flatMap(at -> cells.sheet().at(at).stream())
        .anyMatch(
            content ->
                content instanceof Content.Text(String text)
                    && Nearest.to(text, keys).filter(key.words::equals).isPresent());
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
    return Optional.ofNullable(values.get(Key.TABLE));
  }

  Optional<String> id() {
    return value(
        Key.TABLE,
        "an id such as `annual-targets`",
        content -> {
          String id = ValueGrammar.prose(content, LONGEST_TITLE);
          if (!ID.matcher(id).matches()) {
            throw new Misread(
                "table-id",
                "an id such as `annual-targets`",
                "Use small letters, digits and `-` alone, at most 60, with a letter first.");
          }
          return id;
        });
  }

  Optional<String> purpose() {
    return prose(Key.PURPOSE, "what the table is for");
  }

  Optional<String> owner() {
    return prose(Key.OWNER, "who answers for the table");
  }

  private Optional<String> prose(Key key, String expected) {
    return value(
        key, expected, content -> ValueGrammar.prose(content, OutcomeGrammar.LONGEST_SENTENCE));
  }

  Optional<HitPolicy> hitPolicy() {
    var words = Arrays.stream(HitPolicy.values()).map(HitPolicy::words).toList();
    String expected = "one of " + String.join(", ", words);
    return value(
        Key.HIT_POLICY,
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
    var at = Optional.ofNullable(values.get(Key.SAYS));
    if (at.flatMap(cells.sheet()::at).isEmpty()) {
      return Optional.of("");
    }
    return at.flatMap(
        says -> cells.read(says, content -> OutcomeGrammar.sentence(content, vocabulary)));
  }

  /** What holds when no row matches, given the outcome columns. */
  Optional<Otherwise> otherwise(List<Column> outcomes) {
    return value(
        Key.WHEN_NO_ROW_MATCHES, "`error` or the outcome", content -> otherwise(content, outcomes));
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

  private <T> Optional<T> value(Key key, String expected, Cells.Grammar<T> grammar) {
    return Optional.ofNullable(values.get(key))
        .flatMap(at -> cells.require(at, expected, "Write it beside the key.", grammar));
  }
}
