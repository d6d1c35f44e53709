package nz.cleancar.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** Reads facts that are given by the vocabulary's names, and names all their faults at once. */
public final class FactsReader {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

  private FactsReader() {}

  /** The facts of a question about a topic, as the members of a JSON object. */
  public static Read<Facts> read(String topic, byte[] body, Vocabulary vocabulary) {
    return switch (JsonText.parse(body)) {
      case JsonText.Parsed.Broken(String detail) -> new Read.Broken<>(detail);
      case JsonText.Parsed.Tree(Json.Members members) -> read(topic, members, vocabulary);
      case JsonText.Parsed.Tree(Json other) ->
          new Read.Faulty<>(List.of(new InputFault("", "must be an object, not " + other.kind())));
    };
  }

  private static Read<Facts> read(String topic, Json.Members members, Vocabulary vocabulary) {
    var given = new LinkedHashMap<String, String>();
    var faults = new Faults();
    for (Json.Member member : members.all()) {
      String pointer = "/" + member.name().replace("~", "~0").replace("/", "~1");
      if (given.containsKey(member.name())) {
        faults.add(pointer, "is given twice");
      }
      text(member.value())
          .ifPresentOrElse(
              text -> given.put(member.name(), text),
              () ->
                  faults.add(
                      pointer,
                      "must be a text, a number, a list of texts, true or false, not "
                          + member.value().kind()));
    }
    return faults.isEmpty() ? read(topic, given, vocabulary) : new Read.Faulty<>(faults.all());
  }

  private static Optional<String> text(Json value) {
    return switch (value) {
      case Json.Text(String text) -> Optional.of(text);
      case Json.Digits(String digits) -> Optional.of(digits);
      case Json.Flag(boolean flag) -> Optional.of(Boolean.toString(flag));
      case Json.Items(List<Json> items) when items.stream().allMatch(Json.Text.class::isInstance) ->
          Optional.of(
              items.stream()
                  .map(item -> text(item).orElseThrow())
                  .collect(Collectors.joining(";")));
      case Json.Items _, Json.Nothing _, Json.Members _ -> Optional.empty();
    };
  }

  /** The facts of a question about a topic; each value is a text. */
  public static Read<Facts> read(String topic, Map<String, String> given, Vocabulary vocabulary) {
    List<String> names = vocabulary.topics().get(topic);
    if (names == null) {
      return new Read.Broken<>(
          "There is no topic `"
              + topic
              + "`; there are "
              + String.join(", ", vocabulary.topicNames().stream().sorted().toList())
              + ".");
    }
    var faults = new Faults();
    var facts = new HashMap<String, Value>();
    for (String name : names) {
      Term term = vocabulary.named(name).orElseThrow();
      String text = given.get(name);
      if (text != null) {
        value(term, text, faults).ifPresent(value -> facts.put(name, value));
      } else if (term.kind() == Kind.WORDS) {
        facts.put(name, Value.of(List.of()));
      } else if (!term.optional()) {
        faults.add("/" + name, "is missing: " + term.meaning());
      }
    }
    given.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                faults.add(
                    "/" + name,
                    "is no fact of `"
                        + topic
                        + "`"
                        + Nearest.to(name, names)
                            .map(nearest -> "; is it `" + nearest + "`?")
                            .orElse("")));
    return faults.isEmpty()
        ? new Read.Good<>(new Facts(topic, facts))
        : new Read.Faulty<>(faults.all());
  }

  private static Optional<Value> value(Term term, String text, Faults faults) {
    Optional<Value> value =
        switch (term.kind()) {
          case WORD -> word(term, text).map(Value::of);
          case WORDS -> words(term, text);
          case WHOLE ->
              WHOLE.matcher(text).matches()
                  ? Optional.of(Value.of(Long.parseLong(text)))
                  : Optional.empty();
          case DECIMAL ->
              DECIMAL.matcher(text).matches()
                  ? Optional.of(Value.of(new BigDecimal(text)))
                  : Optional.empty();
          case DAY -> day(text);
          case YES_NO ->
              switch (text) {
                case "yes", "true" -> Optional.of(Value.of(true));
                case "no", "false" -> Optional.of(Value.of(false));
                default -> Optional.empty();
              };
          case SENTENCE -> Optional.empty();
        };
    if (value.isEmpty()) {
      faults.add("/" + term.name(), "must be " + wanted(term));
    }
    return value;
  }

  private static String wanted(Term term) {
    if (!term.allowed().isEmpty()) {
      return "one of " + String.join(", ", term.allowed());
    }
    return switch (term.kind()) {
      case WORD -> "a word";
      case WORDS -> "words, parted by semicolons";
      case WHOLE -> "a whole number";
      case DECIMAL -> "a number with at most " + Value.Decimal.MAX_DECIMALS + " decimals";
      case DAY -> "a day such as 2026-03-02";
      case YES_NO -> "yes or no";
      case SENTENCE -> "left out";
    };
  }

  private static Optional<String> word(Term term, String text) {
    return Optional.of(text)
        .filter(word -> WORD.matcher(word).matches())
        .filter(word -> term.allowed().isEmpty() || term.allowed().contains(word));
  }

  private static Optional<Value> words(Term term, String text) {
    var words =
        Arrays.stream(text.split(";")).map(String::strip).filter(w -> !w.isEmpty()).toList();
    return words.stream().allMatch(word -> word(term, word).isPresent())
        ? Optional.of(Value.of(words))
        : Optional.empty();
  }

  private static Optional<Value> day(String text) {
    try {
      return Optional.of(Value.of(LocalDate.parse(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
