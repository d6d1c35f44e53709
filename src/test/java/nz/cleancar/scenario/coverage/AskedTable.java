package nz.cleancar.scenario.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.Tables;
import nz.cleancar.testing.WithoutEngine;

/** A policy of one table that is asked directly, without rules or an engine. */
final class AskedTable implements WithoutEngine {

  static final RuleName RULE = new RuleName("rates", "The table is asked");

  private final PolicyTable table;
  private final Policy policy;
  private final CoverageRun run;
  private int asked;

  AskedTable(PolicyTable table) {
    this.table = table;
    this.policy = Tables.policy("", table);
    this.run = new CoverageRun(this);
  }

  /** Asks the table; null where a column is left out. */
  AskedTable ask(Value... inputs) {
    return ask(Arrays.stream(inputs).map(Optional::ofNullable).toList());
  }

  AskedTable ask(List<Optional<Value>> inputs) {
    var matching = table.rows().stream().filter(row -> matches(row, inputs)).toList();
    var rows = table.hitPolicy() == HitPolicy.FIRST ? first(matching) : matching;
    run.add(
        "question " + ++asked,
        new Watched(
            new Run(Map.of(), List.of(), List.of(), List.of()),
            List.of(new Watched.Lookup(table, inputs, rows)),
            Set.of(RULE)));
    return this;
  }

  private static List<Row> first(List<Row> rows) {
    return rows.stream().limit(1).toList();
  }

  private static boolean matches(Row row, List<Optional<Value>> inputs) {
    return IntStream.range(0, inputs.size())
        .allMatch(column -> row.conditions().get(column).matches(inputs.get(column)));
  }

  CoverageReport report() {
    return run.report();
  }

  TableCoverage coverage() {
    return report().tables().getFirst();
  }

  List<String> untried() {
    return report().untried().stream().map(Goal::says).toList();
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public Set<RuleName> rules() {
    return Set.of(RULE, new RuleName("rates", "Another"));
  }

  @Override
  public Run run(Facts facts) {
    throw new AssertionError("Nobody asks rules here: the table is asked directly.");
  }

  @Override
  public void close() {}
}
