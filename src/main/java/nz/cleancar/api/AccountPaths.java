package nz.cleancar.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import nz.cleancar.message.Prose;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** What paths and queries about accounts name. */
final class AccountPaths {

  /** How many a list has unless fewer or more are asked for. */
  static final int LISTED = 100;

  /** How many a list has at most. */
  static final int MOST_LISTED = 500;

  private static final Pattern ID = Pattern.compile("[0-9A-Z]{26}");

  // a database keeps no day of every year that Java has
  private static final DateTimeFormatter FOUR_DIGIT_YEAR =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private AccountPaths() {}

  /** The account number in a path; what is none names no account. */
  static Attempt<AccountNumber> number(String text) {
    return AccountNumber.isAccountNumber(text)
        ? Attempt.done(new AccountNumber(text))
        : Attempt.refused(Refusal.unknown("no-such-account", "The path names no account number."));
  }

  /** The name of a person in a path; what is none names nobody. */
  static Attempt<PersonName> person(String text) {
    return PersonName.isPersonName(text)
        ? Attempt.done(new PersonName(text))
        : Attempt.refused(
            Refusal.unknown(
                "no-such-person",
                "A person's name has 1 to 60 small letters, digits, dots and dashes."));
  }

  /** The id in a path, of 26 capital letters and digits; what is none names no such thing. */
  static Attempt<String> id(String text, String what) {
    return ID.matcher(text).matches()
        ? Attempt.done(text)
        : Attempt.refused(Refusal.unknown("no-such-" + what, "The path names no " + what + "."));
  }

  /** How many are asked for. */
  static Attempt<Integer> limit(@Nullable Integer asked) {
    int most = asked == null ? LISTED : asked;
    return most >= 1 && most <= MOST_LISTED
        ? Attempt.done(most)
        : Attempt.refused(
            Refusal.invalid("limit", "`limit` is between 1 and %d.".formatted(MOST_LISTED)));
  }

  /** Where a list goes on: after the number or id that the page before ended with. */
  static Attempt<String> cursor(@Nullable String asked) {
    String after = after(asked);
    return after.isEmpty() || AccountNumber.isAccountNumber(after)
        ? Attempt.done(after)
        : Attempt.refused(
            Refusal.invalid("after", "`after` is what `next` was on the page before."));
  }

  /** The day of the name in a query, of a year with four digits; another where none is given. */
  static Attempt<LocalDate> day(String name, @Nullable String text, LocalDate otherwise) {
    try {
      return text == null
          ? Attempt.done(otherwise)
          : Attempt.done(LocalDate.parse(text, FOUR_DIGIT_YEAR));
    } catch (DateTimeException _) {
      return Attempt.refused(
          Refusal.invalid(name, "`" + name + "` is a day, for example 2026-03-02."));
    }
  }

  /** Where a list of things with ids of 26 capital letters and digits goes on. */
  private static Attempt<String> idCursor(@Nullable String asked) {
    String after = after(asked);
    return after.isEmpty() || ID.matcher(after).matches()
        ? Attempt.done(after)
        : Attempt.refused(
            Refusal.invalid("after", "`after` is what `next` was on the page before."));
  }

  /**
   * Which part of a list of things with ids is asked for.
   *
   * @param after the id that the page before ended with; empty to begin
   * @param most how many at most
   */
  record Part(String after, int most) {}

  /** The part of a list of things with ids. */
  static Attempt<Part> part(@Nullable Integer limit, @Nullable String after) {
    return limit(limit).then(most -> idCursor(after).map(from -> new Part(from, most)));
  }

  private static String after(@Nullable String asked) {
    return asked == null ? "" : asked;
  }

  /** The reason in a query, which must be there. */
  static Attempt<String> reason(@Nullable String asked) {
    return asked != null && Prose.isReason(asked)
        ? Attempt.done(asked)
        : Attempt.refused(
            Refusal.invalid(
                "reason-needed",
                "`reason` says why, in at most %d characters.".formatted(Prose.LONGEST_REASON)));
  }
}
