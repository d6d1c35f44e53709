package nz.cleancar.publishing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.testing.WithoutEngine;

/** A compiled policy that knows nothing, and whether it was closed. */
final class FakePolicy implements WithoutEngine {

  final CountDownLatch closed = new CountDownLatch(1);
  private final Policy policy;

  FakePolicy(PolicySources sources) {
    this(new Policy(sources.version(), new Vocabulary(Map.of(), List.of()), List.of(), List.of()));
  }

  FakePolicy(Policy policy) {
    this.policy = policy;
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public Run run(Facts facts) {
    if (closed.getCount() == 0) {
      throw new IllegalStateException("closed");
    }
    return new Run(Map.of(), List.of(), List.of(), List.of());
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
