package nz.cleancar.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Value;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SuitesTest {

  private static final CompiledPolicy POLICY = ShippedPolicy.compiled();

  private final Suites suites = new Suites(List.of(new LineReader()));

  @AfterAll
  static void close() {
    POLICY.close();
  }

  /** Reads a case a line: its name, what it expects, and a tag. */
  private static final class LineReader implements SuiteReader {

    @Override
    public boolean reads(String file) {
      return file.endsWith(".lines");
    }

    @Override
    public Contents read(String file, byte[] content, Policy policy, Consumer<Scenario> cases) {
      var lines = new String(content, StandardCharsets.UTF_8).lines().toList();
      var suite = new Suite(lines.getFirst(), "Suspensions", "", "suspension", file, "");
      for (String line : lines.subList(1, lines.size())) {
        String[] parts = line.split(" ", -1);
        cases.accept(
            new Scenario(
                suite,
                parts[0],
                "",
                List.of(parts[2]),
                Place.of(file),
                new Facts("suspension", Map.of("suspensionGround", Value.of("CONVICTION"))),
                List.of(new Expectation.Outcome(Place.of(file), parts[1]))));
      }
      return new Contents(List.of(suite), List.of(new Place(file, "", "line 1")), List.of());
    }
  }

  @Test
  void each_suite_is_counted_by_itself() {
    // Given
    var files =
        List.of(
            file("a.lines", "one\nx DECIDED t\ny UNDECIDED t"),
            file("b.lines", "two\nz DECIDED t"));

    // When
    var results = suites.run(POLICY, files, Selection.ALL, (_, _) -> {});

    // Then
    assertThat(results.suites())
        .extracting(each -> each.suite().id() + " " + each.passed() + " " + each.failed())
        .containsExactly("one 1 1", "two 1 0");
    assertThat(results.isGreen()).isFalse();
    assertThat(results.passed()).isEqualTo(2);
    assertThat(results.failed()).isOne();
  }

  @Test
  void scenarios_are_chosen_by_suite_file_and_tag() {
    // Given
    var files =
        List.of(
            file("scenarios/a.lines", "one\nx DECIDED fast\ny DECIDED slow"),
            file("scenarios/b.lines", "two\nz DECIDED fast"));

    // Then
    assertThat(names(files, Set.of("one"), Set.of())).containsExactly("x", "y");
    assertThat(names(files, Set.of("b"), Set.of())).containsExactly("z");
    assertThat(names(files, Set.of("scenarios/A.lines"), Set.of())).containsExactly("x", "y");
    assertThat(names(files, Set.of(), Set.of("fast"))).containsExactly("x", "z");
    assertThat(names(files, Set.of("one"), Set.of("fast", "other"))).containsExactly("x");
    assertThat(names(files, Set.of("three"), Set.of())).isEmpty();
  }

  @Test
  void what_was_asked_for_and_had_nothing_to_run_is_told_with_the_nearest_there_is() {
    // Given
    var files =
        List.of(
            file("scenarios/a.lines", "one\nx DECIDED fast\ny DECIDED slow"),
            file("scenarios/b.lines", "charge-rates\nz DECIDED fast"),
            file("scenarios/c.lines", "empty"));

    // Then
    assertThat(unmet(files, Set.of("one", "B", "charge-rates"), Set.of("fast"))).isEmpty();
    assertThat(unmet(files, Set.of("chrage-rates", "one", "empty"), Set.of()))
        .containsExactly(
            "SUITE There is no suite `chrage-rates`; is it `charge-rates`?",
            "SUITE The suite `empty` has no scenario that can be run.");
    assertThat(unmet(files, Set.of(), Set.of("fast", "slowly")))
        .containsExactly("TAG No scenario has the tag `slowly`; is it `slow`?");
    assertThat(unmet(files, Set.of("charge-rates"), Set.of("slow")))
        .containsExactly(
            "SUITE No scenario of the suite `charge-rates` has a tag that was asked for.",
            "TAG No scenario of the suites that were asked for has the tag `slow`.");
  }

  @Test
  void a_run_of_nothing_is_not_green() {
    // When
    var results = suites.run(POLICY, List.of(), Selection.ALL, (_, _) -> {});

    // Then
    assertThat(results.failed()).isZero();
    assertThat(results.isGreen()).isFalse();
  }

  @Test
  void two_suites_of_one_id_and_a_file_that_is_none_are_told() {
    // Given
    var files =
        List.of(
            file("a.lines", "one\nx DECIDED t"),
            file("b.lines", "one\ny DECIDED t"),
            file("c.txt", ""));

    // When
    var results = suites.run(POLICY, files, Selection.ALL, (_, _) -> {});

    // Then
    assertThat(results.findings())
        .extracting(finding -> finding.code() + "@" + finding.place())
        .containsExactly("duplicate-suite@b.lines, line 1", "unexpected-file@c.txt");
    assertThat(results.findings().getFirst().found()).isEqualTo("one, as in a.lines, line 1");
    assertThat(results.isGreen()).isFalse();
  }

  private List<String> unmet(List<SuiteFile> files, Set<String> chosen, Set<String> tags) {
    return suites.run(POLICY, files, new Selection(chosen, tags), (_, _) -> {}).unmet().stream()
        .map(unmet -> unmet.part() + " " + unmet.says())
        .toList();
  }

  private List<String> names(List<SuiteFile> files, Set<String> chosen, Set<String> tags) {
    var names = new ArrayList<String>();
    suites.run(
        POLICY,
        files,
        new Selection(chosen, tags),
        (verdict, _) -> names.add(verdict.scenario().name()));
    return names;
  }

  private static SuiteFile file(String name, String text) {
    return new SuiteFile(name, () -> text.getBytes(StandardCharsets.UTF_8));
  }
}
