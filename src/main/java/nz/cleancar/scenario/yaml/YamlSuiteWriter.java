package nz.cleancar.scenario.yaml;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.SuiteWriter;
import nz.cleancar.scenario.xlsx.Expected;
import nz.cleancar.scenario.xlsx.SuitePlan;

/** Writes a suite as YAML, facts and terms by their names. Safe for many threads at once. */
@Singleton
public final class YamlSuiteWriter implements SuiteWriter {

  /** What needs no quotes anywhere in a file. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9 _./()±-]*[A-Za-z0-9_./()])?|-[0-9.]+");

  @Override
  public boolean writes(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  @Override
  public byte[] write(Suite suite, List<Scenario> scenarios, Vocabulary vocabulary) {
    var plan = SuitePlan.of(suite.topic(), scenarios, vocabulary);
    var lines = new ArrayList<String>();
    lines.add("suite: " + quoted(suite.id()));
    lines.add("title: " + quoted(suite.title()));
    lines.add("purpose: " + quoted(suite.purpose()));
    lines.add("topic: " + quoted(suite.topic()));
    if (!plan.toAll().isEmpty()) {
      lines.add("given:");
      plan.toAll().forEach((term, value) -> lines.add("  " + term.name() + ": " + value(value)));
    }
    lines.add("scenarios:");
    scenarios.forEach(scenario -> lines.addAll(scenario(scenario, plan)));
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> scenario(Scenario scenario, SuitePlan plan) {
    var lines = new ArrayList<String>();
    lines.add("  - name: " + quoted(scenario.name()));
    if (!scenario.reason().isEmpty()) {
      lines.add("    reason: " + quoted(scenario.reason()));
    }
    if (!scenario.tags().isEmpty()) {
      lines.add("    tags: " + list(scenario.tags()));
    }
    var given = new ArrayList<String>();
    for (Term term : plan.own()) {
      SuitePlan.said(scenario, term)
          .ifPresent(value -> given.add(term.name() + ": " + value(value)));
    }
    if (!given.isEmpty()) {
      lines.add("    given: {" + String.join(", ", given) + "}");
    }
    lines.add("    expect:");
    for (Expected expected : plan.expected()) {
      SuitePlan.expectation(scenario, expected)
          .ifPresent(found -> lines.add("      " + name(expected) + ": " + text(found)));
    }
    return lines;
  }

  private static String name(Expected expected) {
    return switch (expected) {
      case Expected.OfTerm(Term term) -> term.name();
      case Expected.OfOutcome _, Expected.OfReasonCodes _, Expected.OfRowsUsed _ ->
          expected.heading().toLowerCase(Locale.ROOT);
    };
  }

  private static String text(Expectation expectation) {
    return switch (expectation) {
      case Expectation.ReasonCodes reasons -> list(reasons.codes());
      case Expectation.RowsUsed used ->
          list(used.rows().stream().map(Expectation.TableRow::text).toList());
      case Expectation.Same same -> value(same.value());
      case Expectation.Amount _, Expectation.Nothing _, Expectation.Outcome _ ->
          quoted(expectation.text());
    };
  }

  private static String value(Value value) {
    return value instanceof Value.Words(List<String> words) ? list(words) : quoted(value.text());
  }

  private static String list(List<String> texts) {
    return texts.stream().map(YamlSuiteWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** The text as one scalar, whatever it begins with or has in it. */
  static String quoted(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            unit -> {
              if (unit == '"' || unit == '\\') {
                quoted.append('\\').append((char) unit);
              } else if (unit < ' ') {
                quoted.append("\\u%04x".formatted(unit));
              } else {
                quoted.append((char) unit);
              }
            });
    return quoted.append('"').toString();
  }
}
