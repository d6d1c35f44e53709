package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.analysis.Answer;
import nz.cleancar.policy.analysis.AnswerChange;
import nz.cleancar.policy.analysis.ChangedQuestions;
import nz.cleancar.policy.analysis.ChangedRegion;
import nz.cleancar.policy.analysis.MeaningComparison;
import nz.cleancar.policy.drools.DroolsCompiler;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Standing;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.Question;
import nz.cleancar.testing.Rows;
import nz.cleancar.testing.ShippedPolicy;

/** The comparison by meaning agrees with deciding random questions under both policies. */
class ComparisonByMeaningTest {

  private static final int QUESTIONS = 100_000;
  private static final Policy POLICY = ShippedPolicy.read();
  private static final List<String> CLASSES =
      POLICY.vocabulary().named("vehicleClass").orElseThrow().allowed();

  /** A changed policy, and what deciding found of it. */
  private static final class Changed implements AutoCloseable {

    private final String name;
    private final List<ChangedRegion> regions;
    private final CompiledPolicy compiled;
    private int different;
    private int inside;

    Changed(String name, Policy policy) {
      this.name = name;
      var comparison = MeaningComparison.between(POLICY, policy);
      assertThat(comparison.proof().isProved()).as(name).isTrue();
      assertThat(comparison.tables()).as(name).allMatch(table -> table.more() == 0);
      this.regions = comparison.regions();
      this.compiled = compiled(policy);
    }

    void decide(Question question, Run before) {
      Run after = compiled.run(DecisionMaker.facts(question));
      boolean isInside = false;
      for (ChangedRegion region : regions) {
        isInside |= agrees(region, before, after, question);
      }
      inside += isInside ? 1 : 0;
      if (!ChangedQuestions.isSame(before, after)) {
        different++;
        assertThat(isInside).as("%s: %s differs outside every region", name, question).isTrue();
      }
    }

    /** Whether the runs ask the table in the region; their answers there must be the region's. */
    private boolean agrees(ChangedRegion region, Run before, Run after, Question question) {
      var old = answer(before, region.table());
      var now = answer(after, region.table());
      boolean there = !old.isEmpty() && region.contains(before.values());
      boolean agree =
          there == (!now.isEmpty() && region.contains(after.values()))
              && (!there
                  || new AnswerChange(old.getFirst(), now.getFirst()).equals(region.change()));
      if (!agree) {
        throw new AssertionError(
            "%s: %s has %s and then %s, not %s"
                .formatted(name, question, old, now, region.change()));
      }
      return there;
    }

    @Override
    public void close() {
      compiled.close();
    }
  }

  @Property(tries = 1)
  void questions_differ_only_inside_the_regions_and_there_as_the_regions_say() {
    // Given
    var changes = changes();
    var questions = new AnyQuestion(new ReferenceEvaluator(POLICY), CLASSES).arbitrary();

    // When
    try (CompiledPolicy shipped = compiled(POLICY)) {
      questions
          .sampleStream()
          .filter(each -> CLASSES.contains(each.vehicle().vehicleClass().code()))
          .limit(QUESTIONS)
          .forEach(
              question -> {
                Run before = shipped.run(DecisionMaker.facts(question));
                changes.forEach(change -> change.decide(question, before));
              });
    }

    // Then
    changes.forEach(Changed::close);
    assertThat(changes).allMatch(change -> change.different > 50, "is seen in decisions");
    assertThat(changes).allMatch(change -> change.inside >= change.different);
  }

  private static List<Changed> changes() {
    return Stream.of(
            changed("rates cut for 2026-27", "charge-rates", ComparisonByMeaningTest::cutRates),
            changed("a class moved", "vehicle-types", ComparisonByMeaningTest::moveClass),
            changed(
                "a weight bound moved", "weight-adjustment", ComparisonByMeaningTest::moveBound),
            changed("an exclusion added", "exclusions", ComparisonByMeaningTest::addExclusion),
            changed("a row dropped", "annual-targets", rows -> rows.subList(1, rows.size())),
            changed(
                "a row doubled", "account-standing", rows -> plus(rows, numbered(rows.getFirst()))))
        .toList();
  }

  private static List<Row> cutRates(List<Row> rows) {
    return replaced(
        rows, "[2026-01-01..2027-12-31]", row -> outcome(row, 0, Value.of(new BigDecimal("4.5"))));
  }

  private static List<Row> moveClass(List<Row> rows) {
    var without = replaced(rows, "MA; MB; MC", row -> Rows.with(row, 0, words("MA", "MB")));
    return replaced(without, "MD1", row -> Rows.with(row, 0, words("MD1", "MC")));
  }

  private static List<Row> moveBound(List<Row> rows) {
    var lower = new Condition.Range(null, new Bound(Value.of(1_300), false));
    var middle =
        new Condition.Range(new Bound(Value.of(1_300), true), new Bound(Value.of(2_000), true));
    return rows.stream()
        .map(
            row -> {
              boolean concerned =
                  row.conditions().get(0).text().equals("A")
                      && row.conditions().get(1).text().equals("2026");
              if (!concerned) {
                return row;
              }
              return switch (row.conditions().get(2).text()) {
                case "< 1200" ->
                    outcome(Rows.with(row, 2, lower), 0, Value.of(new BigDecimal("0.03")));
                case "[1200..2000]" -> Rows.with(row, 2, middle);
                default -> row;
              };
            })
        .toList();
  }

  private static List<Row> addExclusion(List<Row> rows) {
    return plus(
        rows,
        new Row(
            99,
            "A99:G99",
            List.of(words("ARMOURED"), new Condition.Any(), new Condition.Any()),
            List.of(Value.of("ARMOURED")),
            "a test",
            Standing.ASSUMED,
            ""));
  }

  private static Row numbered(Row row) {
    return new Row(
        99, "A99:G99", row.conditions(), row.outcomes(), row.source(), row.standing(), row.note());
  }

  private static List<Row> plus(List<Row> rows, Row row) {
    var all = new ArrayList<>(rows);
    all.add(row);
    return all;
  }

  private static Condition words(String... words) {
    return new Condition.OneOf(Stream.of(words).map(Value::of).toList());
  }

  private static List<Row> replaced(List<Row> rows, String first, UnaryOperator<Row> change) {
    return rows.stream()
        .map(row -> row.conditions().getFirst().text().equals(first) ? change.apply(row) : row)
        .toList();
  }

  private static Row outcome(Row row, int column, Value outcome) {
    var outcomes = new ArrayList<>(row.outcomes());
    outcomes.set(column, outcome);
    return new Row(
        row.number(),
        row.cells(),
        row.conditions(),
        outcomes,
        row.source(),
        row.standing(),
        row.note());
  }

  private static Changed changed(String name, String table, UnaryOperator<List<Row>> change) {
    var tables =
        POLICY.tables().stream()
            .map(each -> each.id().equals(table) ? with(change.apply(each.rows()), each) : each)
            .toList();
    return new Changed(
        name, new Policy(POLICY.version(), POLICY.vocabulary(), tables, POLICY.ruleSets()));
  }

  private static PolicyTable with(List<Row> rows, PolicyTable table) {
    return table.with(rows);
  }

  private static CompiledPolicy compiled(Policy policy) {
    return switch (new DroolsCompiler().compile(policy)) {
      case Candidate.Accepted accepted -> accepted.policy();
      case Candidate.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  /** What the table answered in the run, as its firings and faults have it; none if not asked. */
  private static List<Answer> answer(Run run, String id) {
    for (Fault fault : run.faults()) {
      switch (fault) {
        case Fault.NoRow noRow when noRow.table().id().equals(id) -> {
          return List.of(new Answer.NoRow());
        }
        case Fault.SeveralRows several when several.table().id().equals(id) -> {
          return List.of(new Answer.SeveralRows());
        }
        case Fault.NoRow _, Fault.SeveralRows _, Fault.RuleFailed _, Fault.RanOn _ -> {}
      }
    }
    var found = new ArrayList<Answer.Outcomes>();
    boolean collects = false;
    for (Firing firing : run.firings()) {
      switch (firing) {
        case Firing.RowFired fired when fired.table().id().equals(id) -> {
          collects = isCollecting(fired.table());
          found.add(outcomes(fired.table(), fired.row().outcomes()));
        }
        case Firing.OtherwiseFired fired when fired.table().id().equals(id) -> {
          collects = isCollecting(fired.table());
          found.add(
              switch (fired.table().otherwise()) {
                case Otherwise.Answer(List<Value> values) -> outcomes(fired.table(), values);
                case Otherwise.Fault _ -> throw new AssertionError("It has no default.");
              });
        }
        case Firing.RowFired _, Firing.OtherwiseFired _, Firing.RuleFired _ -> {}
      }
    }
    return collects ? List.of(new Answer.Collected(found)) : List.copyOf(found);
  }

  private static boolean isCollecting(PolicyTable table) {
    return table.hitPolicy() == HitPolicy.COLLECT;
  }

  private static Answer.Outcomes outcomes(PolicyTable table, List<Value> values) {
    var byName = new TreeMap<String, Value>();
    for (int column = 0; column < values.size(); column++) {
      byName.put(table.outcomes().get(column).name(), values.get(column));
    }
    return new Answer.Outcomes(byName);
  }
}
