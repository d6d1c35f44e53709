package nz.cleancar.publishing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.Rules;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Vocabulary;

/** A compiled policy that knows nothing, and whether it was closed. */
final class FakePolicy implements CompiledPolicy {

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
  public Set<RuleName> rules() {
    return Set.of();
  }

  @Override
  public Watched watch(Facts facts) {
    return new Watched(run(facts), List.of(), Set.of());
  }

  @Override
  public Rules with(PolicyTable changed) {
    return this;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
