package nz.cleancar.scenario.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Policy;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.testing.LargeSuite;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** However many cases a suite has, no more than one is held. */
final class LargeSuiteTest {

  private static final Policy POLICY = ShippedPolicy.read();

  /** What a reader holds while it hands on its last case. */
  private record Held(int cases, long reachable, long megabytes) {}

  @Test
  void a_hundred_thousand_cases_are_read_in_the_memory_of_a_thousand() {
    // Given
    var small = LargeSuite.of(1_000);
    var large = LargeSuite.of(100_000);

    // When
    var few = read(small, 1_000);
    var many = read(large, 100_000);

    // Then
    assertThat(few.cases()).isEqualTo(1_000);
    assertThat(many.cases()).isEqualTo(100_000);
    assertThat(many.reachable()).as("cases of each hundredth that are held").isLessThan(5);
    assertThat(many.megabytes() - few.megabytes())
        .as("megabytes more, of which the names are some and the file is %s", large.length)
        .isLessThan(64);
  }

  private static Held read(byte[] file, int cases) {
    var some = new ArrayList<WeakReference<Scenario>>();
    var held = new ArrayList<Held>();
    int[] count = {0};
    var contents =
        new XlsxSuiteReader()
            .read(
                "large.xlsx",
                file,
                POLICY,
                scenario -> {
                  if (count[0]++ % 100 == 0) {
                    some.add(new WeakReference<>(scenario));
                  }
                  if (count[0] == cases) {
                    held.add(new Held(count[0], reachable(some), used()));
                  }
                });
    assertThat(contents.findings()).isEmpty();
    return held.getFirst();
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long reachable(List<WeakReference<Scenario>> some) {
    System.gc();
    return some.stream().filter(each -> each.get() != null).count();
  }
}
