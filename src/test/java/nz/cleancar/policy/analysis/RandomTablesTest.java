package nz.cleancar.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Finding.Severity;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.table.Value;

/** What analysis says of random tables, held against asking them every question. */
class RandomTablesTest {

  private static List<Finding> findings(RandomTable random, String code) {
    return new TablesAnalysis()
        .findings(random.policy()).stream().filter(finding -> finding.code().equals(code)).toList();
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void analysis_agrees_with_asking_every_question(@ForAll long seed) {
    // Given
    var random = new RandomTable(seed);
    var trying = new ByTrying(random.table(), random.coverage(), random.questions());

    // Then
    assertThat(rows(findings(random, "never-matches")))
        .as("never-matches, seed %d", seed)
        .isEqualTo(trying.neverMatching());
    assertThat(
            rows(
                findings(random, "says-the-same").stream()
                    .filter(RandomTablesTest::isWarning)
                    .toList()))
        .as("says-the-same, seed %d", seed)
        .isEqualTo(trying.superfluous());
    assertThat(columns(findings(random, "decides-nothing")))
        .as("decides-nothing, seed %d", seed)
        .isEqualTo(trying.idleColumns());
    assertOverlaps(random, trying, seed);
    assertGaps(random, trying, seed);
  }

  private static void assertOverlaps(RandomTable random, ByTrying trying, long seed) {
    var overlaps = findings(random, "overlap");
    assertThat(
            overlaps.stream()
                .map(each -> row(each.place()) + " and " + row(each.alsoAt().getFirst()))
                .collect(Collectors.toSet()))
        .as("overlap, seed %d", seed)
        .isEqualTo(trying.overlaps());
    for (Finding overlap : overlaps) {
      var matching = trying.matching(random.table().rows(), question(random, overlap));
      assertThat(matching.stream().map(row -> row.number()))
          .as("the case that shows the overlap, seed %d", seed)
          .contains(row(overlap.place()), row(overlap.alsoAt().getFirst()));
    }
  }

  private static void assertGaps(RandomTable random, ByTrying trying, long seed) {
    var layout = Layout.of(random.table(), new Scope(random.coverage()));
    var regions = new ArrayList<List<Spans>>();
    if (layout.mustAnswer()) {
      TablesAnalysis.rows(layout)
          .orElseThrow()
          .visit(layout.asked(), BitSet::isEmpty, region -> regions.add(region.sides()));
    }
    for (var question : random.questions()) {
      assertThat(regions.stream().anyMatch(region -> lies(layout, question, region)))
          .as("a gap at %s, seed %d", question, seed)
          .isEqualTo(trying.isGap(question));
    }
    var gaps = findings(random, "gap");
    assertThat(gaps)
        .as("gaps told, seed %d", seed)
        .hasSize(Math.min(regions.size(), Told.MOST_OF_A_KIND));
    for (Finding gap : gaps) {
      assertThat(trying.matching(random.table().rows(), question(random, gap)))
          .as("the case that shows the gap, seed %d", seed)
          .isEmpty();
    }
  }

  private static boolean lies(Layout layout, List<Optional<Value>> question, List<Spans> region) {
    for (int i = 0; i < region.size(); i++) {
      var axis = layout.space().axes().get(i);
      var value = question.get(layout.table().inputs().indexOf(axis.term()));
      if (!region.get(i).contains(value.map(axis::point).orElse(Axis.LEFT_OUT))) {
        return false;
      }
    }
    return true;
  }

  private static List<Optional<Value>> question(RandomTable random, Finding finding) {
    var values = finding.witness().orElseThrow().values();
    return random.table().inputs().stream()
        .map(term -> Optional.ofNullable(values.get(term.name())))
        .toList();
  }

  private static boolean isWarning(Finding finding) {
    return finding.severity() == Severity.WARNING;
  }

  private static Set<Integer> rows(List<Finding> findings) {
    var rows = new HashSet<Integer>();
    findings.forEach(finding -> rows.add(row(finding.place())));
    return rows;
  }

  private static BitSet columns(List<Finding> findings) {
    var columns = new BitSet();
    findings.forEach(finding -> columns.set(finding.place().cell().charAt(0) - 'A'));
    return columns;
  }

  private static int row(Place place) {
    return Integer.parseInt(place.cell().replaceFirst(":.*", "").substring(1));
  }
}
