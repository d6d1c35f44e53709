package nz.cleancar.message;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nz.cleancar.policy.table.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one JSON object by name. What is missing or wrong is added to the faults
 * with its pointer (RFC 6901), and the value is then empty; {@link #end} adds the names that nobody
 * asked for.
 */
final class Members {

  private static final int LONGEST_QUOTED = 40;
  private static final int LONGEST_NUMBER = 40;
  private static final String DAY_SHAPE = "0000-00-00";
  private static final int FIRST_YEAR = 1880;
  private static final int LAST_YEAR = 2199;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final String pointer;
  private final List<Json.Member> members;
  private final Faults faults;
  private final List<String> asked = new ArrayList<>(8);

  private Members(String pointer, List<Json.Member> members, Faults faults) {
    this.pointer = pointer;
    this.members = members;
    this.faults = faults;
  }

  /** The members of the whole body. */
  static Optional<Members> of(Json json, Faults faults) {
    return object("", json, faults);
  }

  /** The members of the object of this name, which must be there. */
  Optional<Members> object(String name) {
    return required(name).flatMap(json -> object(at(name), json, faults));
  }

  /** The members of the object of this name, if it is there. */
  Optional<Members> optionalObject(String name) {
    return optional(name).flatMap(json -> object(at(name), json, faults));
  }

  /** A text of the form. */
  Optional<String> text(String name, Predicate<String> form, String expected) {
    return required(name).flatMap(json -> text(name, json, form, expected));
  }

  /** A text of the form, if it is there. */
  Optional<String> optionalText(String name, Predicate<String> form, String expected) {
    return optional(name).flatMap(json -> text(name, json, form, expected));
  }

  /** One of the constants' names. */
  <E extends Enum<E>> Optional<E> constant(String name, E[] constants) {
    return required(name).flatMap(json -> constant(name, json, constants));
  }

  /** One of the words; any short word where none are listed. */
  Optional<String> word(String name, List<String> allowed) {
    return required(name).flatMap(json -> word(name, json, allowed));
  }

  /** True or false. */
  Optional<Boolean> flag(String name) {
    return required(name).flatMap(json -> flag(name, json));
  }

  /** True or false, if it is there. */
  Optional<Boolean> optionalFlag(String name) {
    return optional(name).flatMap(json -> flag(name, json));
  }

  /** A whole number from 1. */
  Optional<Integer> positive(String name, int most) {
    return required(name).flatMap(json -> positive(name, json, most));
  }

  /** An exact number from 0, as a number or a text. */
  Optional<BigDecimal> decimal(String name, int most, int decimals) {
    return required(name).flatMap(json -> decimal(name, json, most, decimals));
  }

  /** A day. */
  Optional<LocalDate> day(String name) {
    return required(name).flatMap(json -> day(name, json));
  }

  /** A day, if it is there. */
  Optional<LocalDate> optionalDay(String name) {
    return optional(name).flatMap(json -> day(name, json));
  }

  /** A moment with its offset. */
  Optional<OffsetDateTime> moment(String name) {
    return required(name).flatMap(json -> moment(name, json));
  }

  /** A moment with its offset, if it is there. */
  Optional<OffsetDateTime> optionalMoment(String name) {
    return optional(name).flatMap(json -> moment(name, json));
  }

  /** Words of the form, none where the list is not there. */
  List<String> words(String name, Pattern form, String expected, List<String> allowed, int most) {
    return optional(name)
        .flatMap(
            json ->
                json instanceof Json.Items(List<Json> items)
                    ? Optional.of(items)
                    : fault(name, "must be a list of words, not " + json.kind()))
        .map(items -> words(name, items, form, expected, allowed, most))
        .orElse(List.of());
  }

  /** Adds a fault of a member that was read. */
  void addFault(String name, String detail) {
    faults.add(at(name), detail);
  }

  /** Whether the member of this name is a text. */
  boolean isText(String name) {
    return members.stream()
        .anyMatch(member -> member.name().equals(name) && member.value() instanceof Json.Text);
  }

  /** Whether no member has another name. */
  boolean isAlone(String name) {
    return members.stream().allMatch(member -> member.name().equals(name));
  }

  /** Adds a fault that says this for each member that nobody asked for. */
  void end(String says) {
    for (Json.Member member : members) {
      if (!asked.contains(member.name())) {
        faults.add(at(escaped(shortened(member.name()))), says);
      }
    }
  }

  /** Adds a fault for each member that nobody asked for. */
  void end() {
    for (Json.Member member : members) {
      if (faults.isFull()) {
        return;
      }
      if (!asked.contains(member.name())) {
        unknown(member.name());
      }
    }
  }

  private void unknown(String name) {
    if (name.length() > LONGEST_QUOTED) {
      faults.add(pointer, "has a member " + quoted(name) + ", which is not known");
      return;
    }
    String nearest =
        Nearest.to(name, asked).map(known -> "; did you mean `" + known + "`?").orElse("");
    faults.add(at(escaped(name)), "is not a known member" + nearest);
  }

  private Optional<Json> required(String name) {
    Json found = find(name);
    if (found == null || found instanceof Json.Nothing) {
      return fault(name, "is missing");
    }
    return Optional.of(found);
  }

  private Optional<Json> optional(String name) {
    Json found = find(name);
    return found instanceof Json.Nothing ? Optional.empty() : Optional.ofNullable(found);
  }

  private @Nullable Json find(String name) {
    asked.add(name);
    Json found = null;
    for (Json.Member member : members) {
      if (member.name().equals(name)) {
        if (found != null) {
          faults.add(at(name), "is given more than once");
          return found;
        }
        found = member.value();
      }
    }
    return found;
  }

  private Optional<String> text(String name, Json json, Predicate<String> form, String expected) {
    if (!(json instanceof Json.Text(String text))) {
      return fault(name, "must be a text, not " + json.kind());
    }
    return form.test(text) ? Optional.of(text) : fault(name, expected + ", not " + quoted(text));
  }

  private <E extends Enum<E>> Optional<E> constant(String name, Json json, E[] constants) {
    if (json instanceof Json.Text(String text)) {
      for (E constant : constants) {
        if (constant.name().equals(text)) {
          return Optional.of(constant);
        }
      }
    }
    word(name, json, Arrays.stream(constants).map(Enum::name).toList());
    return Optional.empty();
  }

  private Optional<String> word(String name, Json json, List<String> allowed) {
    if (!(json instanceof Json.Text(String text))) {
      return fault(name, "must be a text, not " + json.kind());
    }
    if (allowed.contains(text)) {
      return Optional.of(text);
    }
    if (allowed.isEmpty()) {
      return !text.isBlank() && text.length() <= LONGEST_QUOTED
          ? Optional.of(text)
          : fault(name, "must be a word of at most " + LONGEST_QUOTED + " characters");
    }
    String nearest =
        Nearest.to(text, allowed).map(word -> "; did you mean " + word + "?").orElse("");
    return fault(
        name, "must be one of " + String.join(", ", allowed) + ", not " + quoted(text) + nearest);
  }

  private Optional<Boolean> flag(String name, Json json) {
    return json instanceof Json.Flag(boolean value)
        ? Optional.of(value)
        : fault(name, "must be true or false, not " + json.kind());
  }

  private Optional<Integer> positive(String name, Json json, int most) {
    if (!(json instanceof Json.Digits(String digits))) {
      return fault(name, "must be a whole number, not " + json.kind());
    }
    if (digits.length() > LONGEST_NUMBER) {
      return fault(name, "has too many digits");
    }
    BigDecimal number = number(digits);
    if (number.signum() <= 0) {
      return fault(name, "must be more than 0, not " + digits);
    }
    if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
      return fault(name, "must be at most " + most + ", not " + digits);
    }
    return number.stripTrailingZeros().scale() <= 0
        ? Optional.of(number.intValue())
        : fault(name, "must be a whole number, not " + digits);
  }

  private Optional<BigDecimal> decimal(String name, Json json, int most, int decimals) {
    String digits;
    switch (json) {
      case Json.Digits(String written) -> digits = written;
      case Json.Text(String text) -> digits = text;
      case Json.Flag _, Json.Nothing _, Json.Items _, Json.Members _ -> {
        return fault(name, "must be a number, not " + json.kind());
      }
    }
    if (digits.length() > LONGEST_NUMBER) {
      return fault(name, "has too many digits");
    }
    if (json instanceof Json.Text && !DECIMAL.matcher(digits).matches()) {
      return fault(name, "must be a number such as 120.5, not " + quoted(digits));
    }
    BigDecimal number = number(digits);
    if (number.signum() < 0) {
      return fault(name, "must be 0 or more, not " + digits);
    }
    if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
      return fault(name, "must be at most " + most + ", not " + digits);
    }
    return number.stripTrailingZeros().scale() <= decimals
        ? Optional.of(number)
        : fault(name, "must have at most " + decimals + " decimals, not " + digits);
  }

  private Optional<LocalDate> day(String name, Json json) {
    if (!(json instanceof Json.Text(String text))) {
      return fault(name, "must be a day such as 2026-03-02 in quotes, not " + json.kind());
    }
    if (!isDayShaped(text)) {
      return fault(name, "must be a day such as 2026-03-02, not " + quoted(text));
    }
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR
          ? Optional.of(day)
          : fault(name, "must be between the years " + FIRST_YEAR + " and " + LAST_YEAR);
    } catch (DateTimeException _) {
      return fault(name, "must be a day of the calendar; " + text + " is not");
    }
  }

  private Optional<OffsetDateTime> moment(String name, Json json) {
    String expected = "must be a moment such as " + Moments.EXAMPLE;
    if (!(json instanceof Json.Text(String text))) {
      return fault(name, expected + " in quotes, not " + json.kind());
    }
    return Moments.read(text).or(() -> fault(name, expected + ", not " + quoted(text)));
  }

  private List<String> words(
      String name,
      List<Json> items,
      Pattern form,
      String expected,
      List<String> allowed,
      int most) {
    if (items.size() > most) {
      faults.add(at(name), "must have at most " + most + " words, not " + items.size());
      return List.of();
    }
    var words = new ArrayList<String>(items.size());
    for (int i = 0; i < items.size(); i++) {
      String place = name + "/" + i;
      Optional<String> word = text(place, items.get(i), form.asMatchPredicate(), expected);
      word.filter(text -> allowed.isEmpty() || allowed.contains(text))
          .ifPresentOrElse(
              words::add, () -> word.ifPresent(text -> word(place, new Json.Text(text), allowed)));
    }
    return words;
  }

  private static Optional<Members> object(String at, Json json, Faults faults) {
    if (json instanceof Json.Members(List<Json.Member> members)) {
      return Optional.of(new Members(at, members, faults));
    }
    faults.add(at, "must be an object, not " + json.kind());
    return Optional.empty();
  }

  private <T> Optional<T> fault(String name, String detail) {
    faults.add(at(name), detail);
    return Optional.empty();
  }

  private String at(String name) {
    return pointer + "/" + name;
  }

  private static boolean isDayShaped(String text) {
    if (text.length() != DAY_SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char wanted = DAY_SHAPE.charAt(i);
      char found = text.charAt(i);
      if (wanted == '-' ? found != '-' : found < '0' || found > '9') {
        return false;
      }
    }
    return true;
  }

  /** The number; one with an exponent past all bounds is as good as this. */
  private static BigDecimal number(String digits) {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException _) {
      return BigDecimal.valueOf(Long.MAX_VALUE);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String quoted(String text) {
    return "`" + shortened(text) + "`";
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "…";
  }
}
