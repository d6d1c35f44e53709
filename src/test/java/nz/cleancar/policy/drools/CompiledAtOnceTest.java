package nz.cleancar.policy.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.testing.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that are compiled at the same time, which must not mix. */
class CompiledAtOnceTest {

  private static final int THREADS = 8;
  private static final int COMPILATIONS = 200;

  @Test
  void each_of_two_versions_answers_as_its_own_digest_should(@TempDir Path folder)
      throws Exception {
    // Given
    var one = SmallPolicy.in(folder.resolve("one"));
    var two = SmallPolicy.in(folder.resolve("two"));
    new PolicyCopy(two.folder()).table("rates").change("B9", 16);
    var versions = List.of(one.sources(1), two.sources(2));

    // When
    List<Answer> answers;
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      answers =
          threads
              .invokeAll(
                  IntStream.range(0, COMPILATIONS)
                      .mapToObj(i -> (Callable<Answer>) () -> answer(versions.get(i % 2)))
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();
    }

    // Then
    assertThat(answers).hasSize(COMPILATIONS);
    assertThat(answers)
        .containsOnly(
            new Answer(versions.get(0).version(), "15 and 1"),
            new Answer(versions.get(1).version(), "16 and 2"));
  }

  private static Answer answer(PolicySources sources) {
    return switch (ShippedPolicy.loader().load(sources)) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) -> {
        try (policy) {
          yield new Answer(
              policy.policy().version(),
              SmallPolicy.rate(policy).toPlainString()
                  + " and "
                  + SmallPolicy.answer(policy).toPlainString());
        }
      }
      case Candidate.Refused(List<Finding> findings) -> throw new AssertionError(findings);
    };
  }

  private record Answer(PolicyVersion version, String rateAndSurcharge) {}
}
