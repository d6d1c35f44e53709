package nz.cleancar.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicyReader.Reading;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.analysis.SeededDefects.Defect;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes seeded into the shipped tables: each is found, with its cells and a case that shows it.
 */
class SeededDefectsTest {

  private static final List<String> SHIPPED =
      new TablesAnalysis()
          .findings(ShippedPolicy.read()).stream().map(SeededDefectsTest::told).toList();

  @TempDir private Path folder;

  static List<Defect> defects() {
    return SeededDefects.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void a_mistake_is_found_with_its_cells_and_a_case_that_shows_it(Defect defect) {
    // Given
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    defect.edit().accept(copy);

    // When
    var reading = ShippedPolicy.reader().read(new PolicyFolder(folder).read().sources());

    // Then
    var findings =
        switch (reading) {
          case Reading.Unreadable(List<Finding> mistakes) -> mistakes;
          case Reading.Read(Policy policy, List<Finding> _) -> {
            var found = new TablesAnalysis().findings(policy);
            assertShown(policy, found);
            yield found;
          }
        };
    assertThat(
            findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(SeededDefectsTest::told)
                .filter(told -> !SHIPPED.contains(told)))
        .containsExactlyInAnyOrderElementsOf(defect.found());
  }

  private static String told(Finding finding) {
    var places = new ArrayList<>(List.of(finding.place()));
    places.addAll(finding.alsoAt());
    return finding.code()
        + "@"
        + finding.place().file().replace(".xlsx", " ")
        + String.join(" & ", places.stream().map(Place::cell).toList());
  }

  private static void assertShown(Policy policy, List<Finding> findings) {
    var errors = findings.stream().filter(Finding::isError).toList();
    errors.forEach(error -> assertShownByRows(policy, error));
    if (errors.stream().anyMatch(error -> !error.code().equals("never-matches"))) {
      try (CompiledPolicy compiled = ShippedPolicy.compiled(policy)) {
        errors.forEach(error -> assertShownByRun(compiled, error));
      }
    }
  }

  /** The rows that match the case are those that the finding speaks of. */
  private static void assertShownByRows(Policy policy, Finding error) {
    var table = table(policy, error);
    var values = error.witness().map(witness -> witness.values());
    if (values.isEmpty() || error.code().equals("no-counterpart")) {
      return;
    }
    var matching =
        table.rows().stream()
            .filter(row -> matches(table, row, error))
            .map(row -> row.cells())
            .toList();
    switch (error.code()) {
      case "gap" -> assertThat(matching).isEmpty();
      case "overlap" ->
          assertThat(matching).contains(error.place().cell(), error.alsoAt().getFirst().cell());
      case "never-matches" ->
          assertThat(matching.indexOf(error.place().cell())).as("rows above it").isPositive();
      default -> throw new AssertionError("Nobody knows what shows " + error.code());
    }
  }

  private static boolean matches(PolicyTable table, Row row, Finding error) {
    var values = error.witness().orElseThrow().values();
    for (int column = 0; column < table.inputs().size(); column++) {
      var value = Optional.ofNullable(values.get(table.inputs().get(column).name()));
      if (!row.conditions().get(column).matches(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the rules never came to ask for a rate, for want of a target on that day. */
  private static boolean breaksOffEarlier(Run run) {
    return run.faults().stream()
        .anyMatch(
            fault ->
                fault instanceof Fault.NoRow missing
                    && missing.table().id().equals("annual-targets"));
  }

  private static PolicyTable table(Policy policy, Finding finding) {
    return policy.tables().stream()
        .filter(table -> table.workbook().equals(finding.place().file()))
        .findFirst()
        .orElseThrow();
  }

  /** The engine faults on the case, for want of a row of that table or for too many. */
  private static void assertShownByRun(CompiledPolicy compiled, Finding error) {
    if (error.code().equals("never-matches")) {
      return;
    }
    var table = table(compiled.policy(), error);
    var run = compiled.run(WholeQuestion.asking(compiled, table, error.witness().orElseThrow()));
    if (table.id().equals("charge-rates") && breaksOffEarlier(run)) {
      return;
    }
    assertThat(run.faults())
        .as("%s shown by %s", error.code(), error.witness().orElseThrow().text())
        .anySatisfy(
            fault -> {
              switch (fault) {
                case Fault.NoRow(PolicyTable faulty, _, _, _) -> {
                  assertThat(error.code()).isIn("gap", "no-counterpart");
                  assertThat(faulty.id()).isEqualTo(table.id());
                }
                case Fault.SeveralRows(PolicyTable faulty, List<Row> rows) -> {
                  assertThat(error.code()).isEqualTo("overlap");
                  assertThat(faulty.id()).isEqualTo(table.id());
                  assertThat(rows.stream().map(Row::cells))
                      .contains(error.place().cell(), error.alsoAt().getFirst().cell());
                }
                case Fault.RuleFailed _, Fault.RanOn _ -> throw new AssertionError(fault.says());
              }
            });
  }
}
