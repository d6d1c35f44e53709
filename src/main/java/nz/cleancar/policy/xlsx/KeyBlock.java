package nz.cleancar.policy.xlsx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Nearest;

/** The keys in column A below a sheet's title, each with its value beside it in column B. */
public final class KeyBlock {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final int LONGEST_KEY = 200;

  private final Cells cells;
  private final Known known;
  private final int end;
  private final Map<String, Address> values = new LinkedHashMap<>();
  private final Map<String, Address> open = new LinkedHashMap<>();

  /**
   * The keys that there may be.
   *
   * @param keys keys of their own, in the order of a sheet
   * @param required those that must be there
   * @param prefix how other keys begin, whatever follows; empty where there are no others
   * @param more what findings say of those; empty where there are none
   */
  public record Known(List<String> keys, List<String> required, String prefix, String more) {
    public Known {
      keys = List.copyOf(keys);
      required = List.copyOf(required);
    }
  }

  /**
   * Reads the block, and tells what is wrong with its keys.
   *
   * @param end the row that it ends before
   */
  public KeyBlock(Cells cells, Known known, int end) {
    this.cells = cells;
    this.known = known;
    this.end = Math.max(2, end);
    cells.sheet().rows().subMap(2, this.end).keySet().forEach(this::readKey);
    known.required().forEach(this::checkThere);
  }

  /** The cell beside the key, if the key is there. */
  public Optional<Address> at(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The cells beside keys that begin with the prefix, by what follows it. */
  public Map<String, Address> open() {
    return open;
  }

  /** The key's value; empty if the key is not there, or its value is missing or wrong and told. */
  public <T> Optional<T> value(String key, String expected, Cells.Grammar<T> grammar) {
    return at(key).flatMap(at -> cells.require(at, expected, "Write it beside the key.", grammar));
  }

  /**
   * The id beside the key.
   *
   * @param code what the finding for a text that is no id is called
   */
  public Optional<String> id(String key, String example, String code) {
    String expected = "an id such as `" + example + "`";
    return value(
        key,
        expected,
        content -> {
          String id = ValueGrammar.prose(content, LONGEST_KEY);
          if (!ID.matcher(id).matches()) {
            throw new Misread(
                code,
                expected,
                "Use small letters, digits and `-` alone, at most 60, with a letter first.");
          }
          return id;
        });
  }

  /** Tells that the key beside this cell is there for the second time. */
  public void tellTwice(Address beside, String key) {
    cells
        .findings()
        .at(
            new Address(beside.row(), 1),
            "duplicate-key",
            "each key once",
            Shown.text(key) + " again",
            "Remove one of the two.");
  }

  private void readKey(int row) {
    var at = new Address(row, 1);
    var beside = new Address(row, 2);
    if (cells.sheet().at(at).isPresent()) {
      cells.read(at, this::key).ifPresent(key -> put(key, beside));
    } else if (cells.sheet().at(beside).isPresent()) {
      cells.require(at, "a key", "Write before the value what it is.", content -> content);
    }
  }

  private void put(String key, Address beside) {
    var before =
        isOpen(key)
            ? open.putIfAbsent(key.substring(known.prefix().length()).strip(), beside)
            : values.putIfAbsent(key, beside);
    if (before != null) {
      tellTwice(beside, key);
    }
  }

  private boolean isOpen(String key) {
    return !known.prefix().isEmpty()
        && key.toLowerCase(Locale.ROOT).startsWith(known.prefix().toLowerCase(Locale.ROOT));
  }

  private String key(Content content) throws Misread {
    String words = ValueGrammar.prose(content, LONGEST_KEY);
    if (isOpen(words)) {
      return words;
    }
    for (String key : known.keys()) {
      if (key.equalsIgnoreCase(words)) {
        return key;
      }
    }
    throw new Misread(
        "unknown-key",
        "one of " + String.join(", ", known.keys()) + known.more(),
        Nearest.to(words, known.keys())
            .map(nearest -> "The nearest key is `" + nearest + "`.")
            .orElse("Correct the key or clear the row."));
  }

  private void checkThere(String key) {
    if (!values.containsKey(key) && !isMistyped(key)) {
      cells
          .findings()
          .across(
              Area.of(2, 1, Math.max(2, end - 1), 2),
              "missing-key",
              "`" + key + "` and its value",
              "neither",
              "Add a row with both above the header.");
    }
  }

  /** Whether a key that was told to be unknown is nearest to this one. */
  private boolean isMistyped(String key) {
    return cells.sheet().rows().subMap(2, end).keySet().stream()
        .map(row -> new Address(row, 1))
        .filter(cells.findings()::isTold)
        .flatMap(at -> cells.sheet().at(at).stream())
        .anyMatch(
            content ->
                content instanceof Content.Text(String text)
                    && Nearest.to(text, known.keys()).filter(key::equals).isPresent());
  }
}
