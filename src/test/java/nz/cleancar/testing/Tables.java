package nz.cleancar.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.RuleSet;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** Speaks tables in tests: {@code table("rates").asks(year).answers(rate).row(is(2026), 6)}. */
public final class Tables {

  private final String id;
  private final List<Term> inputs = new ArrayList<>();
  private final List<Term> outcomes = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private HitPolicy hitPolicy = HitPolicy.EXACTLY_ONE;
  private Otherwise otherwise = new Otherwise.Fault();
  private String says = "";

  private Tables(String id) {
    this.id = id;
  }

  public static Tables table(String id) {
    return new Tables(id);
  }

  public static Term term(String name, Kind kind) {
    return new Term(name, name, kind, "", List.of(), true, name);
  }

  public Tables asks(Term... terms) {
    inputs.addAll(List.of(terms));
    return this;
  }

  public Tables answers(Term... terms) {
    outcomes.addAll(List.of(terms));
    return this;
  }

  public Tables hits(HitPolicy policy) {
    hitPolicy = policy;
    return this;
  }

  public Tables otherwise(Value... values) {
    otherwise = new Otherwise.Answer(List.of(values));
    return this;
  }

  public Tables says(String sentence) {
    says = sentence;
    return this;
  }

  public Tables row(List<Condition> conditions, Value... values) {
    int number = rows.size() + 9;
    rows.add(
        new Row(
            number,
            "A" + number + ":F" + number,
            conditions,
            List.of(values),
            "a test",
            Standing.PUBLISHED,
            ""));
    return this;
  }

  public PolicyTable build() {
    return new PolicyTable(
        id,
        id,
        "to test",
        hitPolicy,
        otherwise,
        "testers",
        says,
        id + ".xlsx",
        "Table",
        inputs,
        outcomes,
        rows);
  }

  public static List<Condition> when(Condition... conditions) {
    return List.of(conditions);
  }

  public static Condition any() {
    return new Condition.Any();
  }

  public static Condition is(String... words) {
    return new Condition.OneOf(Arrays.stream(words).map(Value::of).toList());
  }

  public static Condition is(long number) {
    return new Condition.OneOf(List.of(Value.of(number)));
  }

  public static Condition between(LocalDate first, LocalDate last) {
    return new Condition.Range(new Bound(Value.of(first), true), new Bound(Value.of(last), true));
  }

  public static Condition atLeast(String decimal) {
    return new Condition.Range(new Bound(Value.of(new BigDecimal(decimal)), true), null);
  }

  public static Condition below(String decimal) {
    return new Condition.Range(null, new Bound(Value.of(new BigDecimal(decimal)), false));
  }

  /** A policy of these tables and one rule set, whose vocabulary is the tables' own terms. */
  public static Policy policy(String rules, PolicyTable... tables) {
    Map<String, Term> terms = new LinkedHashMap<>();
    for (PolicyTable table : tables) {
      table.inputs().forEach(term -> terms.putIfAbsent(term.name(), term));
      table.outcomes().forEach(term -> terms.putIfAbsent(term.name(), term));
    }
    return new Policy(
        new PolicyVersion("sha256:" + "0".repeat(64)),
        new Vocabulary(Map.of("test", List.of()), List.copyOf(terms.values())),
        List.of(tables),
        List.of(new RuleSet("test.drl", "package nz.cleancar.rules\n" + rules)));
  }
}
