package nz.cleancar.testing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * A policy that always says what the sample answer says, unless the class of the vehicle asks for
 * something else: TD is not subject, LC has the engine fail, and no CO2 is undecided.
 */
public final class SamplePolicy implements WithoutEngine {

  public static final PolicyVersion VERSION = new PolicyVersion("sha256:" + "2f1c".repeat(16));

  private static final PolicyTable ANNUAL_TARGETS =
      new PolicyTable(
          "annual-targets",
          "Annual targets",
          "What the year's vehicles start from.",
          HitPolicy.EXACTLY_ONE,
          new Otherwise.Fault(),
          "Policy",
          "",
          "annual-targets.xlsx",
          "Annual targets",
          List.of(),
          List.of(),
          List.of());
  private static final Row TYPE_A_2026 = row(Standing.REPORTED, "");
  private static final Row ASSUMED = row(Standing.ASSUMED, "Nothing could be read.");

  private final PolicyVersion version;

  public SamplePolicy() {
    this(VERSION);
  }

  public SamplePolicy(PolicyVersion version) {
    this.version = version;
  }

  private static Row row(Standing standing, String note) {
    return new Row(
        12, "A12:F12", List.of(), List.of(), "SL 2022/285 as amended by 2024/184", standing, note);
  }

  @Override
  public Policy policy() {
    var classes =
        new Term(
            "vehicleClass",
            "Vehicle class",
            Kind.WORD,
            "",
            List.of("MA", "MC", "NA", "LC", "TD"),
            false,
            "The class.");
    return new Policy(version, new Vocabulary(Map.of(), List.of(classes)), List.of(), List.of());
  }

  @Override
  public Run run(Facts facts) {
    return switch (text(facts, "vehicleClass")) {
      case "TD" -> notSubject();
      case "LC" -> throw new IllegalStateException("The engine lost its bearings at 10.1.2.3.");
      case "NA" -> assessed(ASSUMED);
      default -> facts.values().containsKey("co2") ? assessed(TYPE_A_2026) : undecided();
    };
  }

  private static String text(Facts facts, String name) {
    return Optional.ofNullable(facts.values().get(name)).map(Value::text).orElse("");
  }

  private static Run assessed(Row row) {
    Map<String, Value> values = new HashMap<>();
    values.put("acceptanceOutcome", Value.of("AWAIT_ACCEPTANCE"));
    values.put("mayProceed", Value.of(false));
    values.put("because", new Value.Sentence("not accepted yet"));
    values.put("vehicleType", Value.of("A"));
    values.put("target", decimal("108.6"));
    values.put("unroundedTarget", decimal("108.6174"));
    values.put("annualTarget", decimal("108"));
    values.put("slope", decimal("0.0343"));
    values.put("meanWeight", Value.of(1482));
    values.put("effectiveTare", Value.of(1500));
    values.put("convertedCo2", decimal("150"));
    values.put("difference", decimal("-41.4"));
    values.put("rate", decimal("6"));
    values.put("charge", decimal("248.4"));
    values.put("chargeDue", Value.of("ON_ACCEPTANCE"));
    values.put("credits", decimal("0"));
    var reason =
        new Run.Reason(
            "above-target",
            "The vehicle is 41.4 g/km above its target; a pay-as-you-go account accepts it by hand"
                + " and pays the charge.");
    var says = "A 2026 type A vehicle starts from an annual target of 108 g/km.";
    return new Run(
        values,
        List.of(reason),
        List.of(new Firing.RowFired(says, ANNUAL_TARGETS, row)),
        List.of());
  }

  private static Run notSubject() {
    Map<String, Value> values =
        Map.of(
            "acceptanceOutcome", Value.of("NOT_SUBJECT"),
            "mayProceed", Value.of(true),
            "because", new Value.Sentence("not subject"));
    return new Run(values, List.of(new Run.Reason("trailer", "A trailer.")), List.of(), List.of());
  }

  private static Run undecided() {
    Fault fault = new Fault.NoRow(ANNUAL_TARGETS, "no CO2", null, List.of());
    return new Run(Map.of(), List.of(), List.of(), List.of(fault));
  }

  private static Value decimal(String digits) {
    return Value.of(new BigDecimal(digits));
  }

  @Override
  public void close() {}
}
