package nz.cleancar.policy.drools;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * Writes a table as rules: a lookup fact, a row fact, the function that asks, and one rule for each
 * row whose conditions are alpha constraints on the lookup fact.
 *
 * <p>Only three sorts of cell text reach the rules: words of one strict form, numbers, and days as
 * the number of their epoch day. Numbers stand without a suffix: with one ({@code 2026L}) Drools
 * does not index them, and a decision slows down with each row.
 */
final class DrlWriter {

  static final String PACKAGE = "nz.cleancar.rules";

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  /** Rows answer before rules go on, and defaults only when nothing else is left to do. */
  private static final int ROWS_FIRST = 100_000;

  private DrlWriter() {}

  /** All tables of a policy, in the order in which {@link Known#ask} counts them. */
  static String write(List<PolicyTable> tables) {
    var drl = new StringBuilder("package " + PACKAGE + "\n");
    drl.append("import java.math.BigDecimal\nimport java.math.RoundingMode\n");
    drl.append("import java.time.LocalDate\n");
    for (Class<?> type : List.of(Known.class, Asked.class, Told.class, Topic.class)) {
      drl.append("import ").append(type.getName()).append('\n');
    }
    drl.append("import ").append(Value.class.getName()).append('\n');
    drl.append("global Known known\n");
    IntStream.range(0, tables.size()).forEach(i -> write(tables.get(i), i, drl));
    return drl.toString();
  }

  /** The name of a table's types: {@code annual-targets} becomes {@code AnnualTargets}. */
  static String typeName(String tableId) {
    return Stream.of(tableId.split("-"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  private static void write(PolicyTable table, int index, StringBuilder drl) {
    String name = typeName(table.id());
    drl.append("declare ").append(name).append("Lookup\n  asked : Asked\n");
    table.inputs().forEach(term -> field(term.name(), isWord(term) ? "String" : "long", drl));
    drl.append("end\ndeclare ").append(name).append("Row\n");
    table.outcomes().forEach(term -> field(term.name(), outcomeType(term.kind()), drl));
    drl.append("end\n");
    writeAsk(table, index, name, drl);
    writeAnswer(table, name, drl);
    for (int i = 0; i < table.rows().size(); i++) {
      writeRow(table, i, name, drl);
    }
    writeTold(table, index, name, drl);
    if (table.otherwise() instanceof Otherwise.Answer) {
      drl.append(
          """
          rule "%s otherwise" salience -%d when lookup : %sLookup() then
            tell%s(known, lookup.getAsked(), -1);
          end
          """
              .formatted(table.id(), ROWS_FIRST, name, name));
    }
  }

  /** For a table whose rows are matched without the engine; they fire when they otherwise would. */
  private static void writeTold(PolicyTable table, int index, String name, StringBuilder drl) {
    String id = table.id();
    int salience = table.hitPolicy() == HitPolicy.FIRST ? ROWS_FIRST + 1 : ROWS_FIRST;
    drl.append(
        """
        rule "%s told" salience %d when told : Told(table == %d, row >= 0) then
          tell%s(known, told.getAsked(), told.getRow());
        end
        rule "%s told none" salience -%d when told : Told(table == %d, row < 0) then
          tell%s(known, told.getAsked(), -1);
        end
        """
            .formatted(id, salience, index, name, id, ROWS_FIRST, index, name));
  }

  private static void field(String name, String type, StringBuilder drl) {
    drl.append("  ").append(name).append(" : ").append(type).append('\n');
  }

  private static void writeAsk(PolicyTable table, int index, String name, StringBuilder drl) {
    drl.append("function void ask%s(Known known) {\n".formatted(name));
    drl.append("  Asked asked = known.ask(%d);\n".formatted(index));
    drl.append("  if (known.isTold(%d)) { return; }\n".formatted(index));
    var inputs = table.inputs();
    var many =
        IntStream.range(0, inputs.size())
            .filter(i -> inputs.get(i).kind() == Kind.WORDS)
            .findFirst();
    many.ifPresent(i -> drl.append("  for (String each : asked.words(%d)) {\n".formatted(i)));
    drl.append("  %1$sLookup lookup = new %1$sLookup();\n".formatted(name));
    drl.append("  lookup.setAsked(asked);\n");
    for (int i = 0; i < inputs.size(); i++) {
      drl.append(
          "  lookup.set%s(%s);\n"
              .formatted(capitalised(inputs.get(i).name()), asked(inputs.get(i), i)));
    }
    drl.append("  known.insert(lookup);\n");
    many.ifPresent(_ -> drl.append("  }\n"));
    drl.append("}\n");
  }

  private static String asked(Term term, int column) {
    return switch (term.kind()) {
      case WORDS -> "each";
      case WORD, YES_NO, SENTENCE -> "asked.word(%d)".formatted(column);
      case WHOLE, DAY -> "asked.number(%d)".formatted(column);
      case DECIMAL -> "asked.millionths(%d)".formatted(column);
    };
  }

  private static void writeAnswer(PolicyTable table, String name, StringBuilder drl) {
    drl.append("function void tell%s(Known known, Asked asked, int row) {\n".formatted(name));
    drl.append("  if (!known.answers(asked, row)) { return; }\n");
    drl.append("  java.util.List outcomes = asked.outcomes(row);\n");
    drl.append("  %1$sRow found = new %1$sRow();\n".formatted(name));
    for (int i = 0; i < table.outcomes().size(); i++) {
      Term term = table.outcomes().get(i);
      drl.append(
          "  found.set%s(%s);\n"
              .formatted(
                  capitalised(term.name()),
                  unwrapped(term.kind(), "outcomes.get(%d)".formatted(i))));
    }
    drl.append("  known.insert(found);\n}\n");
  }

  private static void writeRow(PolicyTable table, int index, String name, StringBuilder drl) {
    Row row = table.rows().get(index);
    int salience =
        table.hitPolicy() == HitPolicy.FIRST
            ? ROWS_FIRST + table.rows().size() - index
            : ROWS_FIRST;
    drl.append(
        """
        rule "%s row %d" salience %d when lookup : %sLookup(%s) then
          tell%s(known, lookup.getAsked(), %d);
        end
        """
            .formatted(
                table.id(),
                row.number(),
                salience,
                name,
                constraints(table.inputs(), row),
                name,
                index));
  }

  /** The row's conditions: equalities first, since Drools indexes them, then lists, then ranges. */
  private static String constraints(List<Term> inputs, Row row) {
    record Constraint(int order, String text) {}
    return IntStream.range(0, inputs.size())
        .boxed()
        .flatMap(
            i -> {
              Term term = inputs.get(i);
              return switch (row.conditions().get(i)) {
                case Condition.Any _ -> Stream.<Constraint>empty();
                case Condition.OneOf(List<Value> values) when values.size() == 1 ->
                    Stream.of(new Constraint(0, term.name() + " == " + literal(values.getFirst())));
                case Condition.OneOf oneOf ->
                    Stream.of(
                        new Constraint(
                            1,
                            oneOf.values().stream()
                                .map(DrlWriter::literal)
                                .collect(Collectors.joining(", ", term.name() + " in (", ")"))));
                case Condition.Range range ->
                    Stream.of(new Constraint(2, rangeConstraint(term, range)));
              };
            })
        .sorted(Comparator.comparingInt(Constraint::order))
        .map(Constraint::text)
        .collect(Collectors.joining(", "));
  }

  private static String rangeConstraint(Term term, Condition.Range range) {
    String lower =
        range
            .lower()
            .map(bound -> (bound.inclusive() ? " >= " : " > ") + literal(bound.value()))
            .orElse(" > " + Asked.ABSENT);
    String upper =
        range
            .upper()
            .map(
                bound ->
                    ", "
                        + term.name()
                        + (bound.inclusive() ? " <= " : " < ")
                        + literal(bound.value()))
            .orElse("");
    return term.name() + lower + upper;
  }

  private static String literal(Value value) {
    return switch (value) {
      case Value.Word(String text) -> {
        if (!WORD.matcher(text).matches()) {
          throw new IllegalArgumentException("`" + text + "` is not a word.");
        }
        yield '"' + text + '"';
      }
      case Value.YesNo yesNo -> '"' + yesNo.text() + '"';
      case Value.Whole _, Value.Decimal _, Value.Day _ -> Long.toString(comparable(value));
      case Value.Words _, Value.Sentence _ ->
          throw new IllegalArgumentException("`" + value.text() + "` cannot be a condition.");
    };
  }

  /**
   * A number in millionths, the unit in which conditions compare decimals.
   *
   * @throws IllegalArgumentException if it has more decimals than that, or is too large
   */
  static long millionths(BigDecimal number) {
    try {
      return number.movePointRight(Value.Decimal.MAX_DECIMALS).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "tables compare no numbers with more than "
              + Value.Decimal.MAX_DECIMALS
              + " decimals or beyond 12 digits, and "
              + number.toPlainString()
              + " is one.",
          e);
    }
  }

  /** The number by which conditions compare a number or a day. */
  static long comparable(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> number;
      case Value.Decimal(BigDecimal number) -> millionths(number);
      case Value.Day(var date) -> date.toEpochDay();
      case Value.Word _, Value.Words _, Value.YesNo _, Value.Sentence _ ->
          throw new IllegalArgumentException("`" + value.text() + "` is not a number or a day.");
    };
  }

  private static boolean isWord(Term term) {
    return switch (term.kind()) {
      case WORD, WORDS, YES_NO, SENTENCE -> true;
      case WHOLE, DECIMAL, DAY -> false;
    };
  }

  private static String outcomeType(Kind kind) {
    return switch (kind) {
      case WORD, WORDS, SENTENCE -> "String";
      case WHOLE -> "long";
      case DECIMAL -> "BigDecimal";
      case DAY -> "LocalDate";
      case YES_NO -> "boolean";
    };
  }

  private static String unwrapped(Kind kind, String value) {
    return switch (kind) {
      case WORD, WORDS, SENTENCE -> "((Value) " + value + ").text()";
      case WHOLE -> "((Value.Whole) " + value + ").number()";
      case DECIMAL -> "((Value.Decimal) " + value + ").number()";
      case DAY -> "((Value.Day) " + value + ").date()";
      case YES_NO -> "((Value.YesNo) " + value + ").yes()";
    };
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
