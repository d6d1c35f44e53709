package nz.cleancar.policy.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Value;

/**
 * The shape of rules: their tokens, with every name and literal replaced by its class. Whatever a
 * cell says may change which word or number stands somewhere, never the shape.
 */
final class DrlShape {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>[ \\t\\r\\n]+)"
              + "|(?<string>\"(?:[^\"\\\\\\r\\n]|\\\\.)*\"|'(?:[^'\\\\\\r\\n]|\\\\.)*')"
              + "|(?<number>(?:(?<=[(,;=<>!] ?)-)?[0-9]+(?:\\.[0-9]+)?)(?<suffix>[A-Za-z_0-9$]*)"
              + "|(?<name>[A-Za-z_$][A-Za-z_$0-9]*)"
              + "|(?<comment>//|/\\*|\\*/|#)"
              + "|(?<other>.)",
          Pattern.DOTALL);

  private static final Pattern PLAIN = Pattern.compile("[\"'][A-Za-z0-9 _.,:-]*[\"']");

  private static final Set<String> KEYWORDS =
      Set.copyOf(
          List.of(
              ("package import global declare extends function query rule when then end salience"
                      + " enabled duration timer calendars dialect attributes template unit no-loop"
                      + " lock-on-active agenda-group activation-group ruleflow-group entry-point"
                      + " window not exists forall and or in memberOf contains matches soundslike"
                      + " from collect accumulate acc eval over init action reverse result modify"
                      + " update insert insertLogical delete retract null this new return if else"
                      + " for while do switch case try catch finally throw class interface enum"
                      + " static final void int long double float boolean char byte short public"
                      + " private protected instanceof")
                  .split(" ")));

  private DrlShape() {}

  static List<String> of(String drl) {
    return TOKEN.matcher(drl).results().filter(DrlShape::counts).map(DrlShape::token).toList();
  }

  /** The same table with harmless texts, and with harmless values of the kinds that it has. */
  static PolicyTable harmless(PolicyTable table, int number) {
    return new PolicyTable(
        "harmless-" + number,
        "Harmless",
        "Harmless.",
        table.hitPolicy(),
        switch (table.otherwise()) {
          case Otherwise.Fault fault -> fault;
          case Otherwise.Answer(List<Value> values) -> new Otherwise.Answer(harmless(values));
        },
        "Nobody",
        "",
        "harmless.xlsx",
        "Harmless",
        table.inputs(),
        table.outcomes(),
        table.rows().stream().map(DrlShape::harmless).toList());
  }

  private static Row harmless(Row row) {
    return new Row(
        row.number(),
        "A1:B1",
        row.conditions().stream().map(DrlShape::harmless).toList(),
        harmless(row.outcomes()),
        "Harmless",
        Standing.ENACTED,
        "");
  }

  private static Condition harmless(Condition condition) {
    return switch (condition) {
      case Condition.Any any -> any;
      case Condition.OneOf(List<Value> values) -> new Condition.OneOf(harmless(values));
      case Condition.Range range ->
          new Condition.Range(
              range.lower().map(bound -> harmless(bound, 1)).orElse(null),
              range.upper().map(bound -> harmless(bound, 9)).orElse(null));
    };
  }

  private static Condition.Bound harmless(Condition.Bound bound, int number) {
    return new Condition.Bound(harmless(bound.value(), number), bound.inclusive());
  }

  private static List<Value> harmless(List<Value> values) {
    return IntStream.range(0, values.size()).mapToObj(i -> harmless(values.get(i), i)).toList();
  }

  private static Value harmless(Value value, int number) {
    return switch (value) {
      case Value.Word _ -> Value.of("HARMLESS" + number);
      case Value.Words(List<String> all) -> Value.of(all.stream().map(_ -> "HARMLESS").toList());
      case Value.Whole _ -> Value.of(number);
      case Value.Decimal _ -> Value.of(BigDecimal.valueOf(number));
      case Value.Day _ -> Value.of(LocalDate.of(2026, 1, 1 + number));
      case Value.YesNo yesNo -> yesNo;
      case Value.Sentence _ -> new Value.Sentence("Harmless.");
    };
  }

  private static boolean counts(MatchResult token) {
    return token.group("space") == null;
  }

  private static String token(MatchResult token) {
    if (token.group("string") != null) {
      return PLAIN.matcher(token.group()).matches() ? "STRING" : token.group();
    }
    if (token.group("number") != null) {
      return "NUMBER" + token.group("suffix");
    }
    String name = token.group("name");
    if (name != null) {
      return name.equals("true") || name.equals("false")
          ? "YES_NO"
          : KEYWORDS.contains(name) ? name : "NAME";
    }
    return token.group();
  }
}
