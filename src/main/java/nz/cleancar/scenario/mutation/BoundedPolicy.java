package nz.cleancar.scenario.mutation;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.Rules;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.PolicyTable;

/** A policy whose rules, changed or not, run so many times together and no more. */
final class BoundedPolicy implements CompiledPolicy {

  private final CompiledPolicy policy;
  private final long mostRuns;
  private final AtomicLong runs = new AtomicLong();

  BoundedPolicy(CompiledPolicy policy, long mostRuns) {
    this.policy = policy;
    this.mostRuns = mostRuns;
  }

  /** That the rules would run once too often. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1;

    Exhausted(long mostRuns) {
      super("More than " + mostRuns + " runs are needed.", null, false, false);
    }
  }

  /** Throws {@link Exhausted} where a run too many was asked for already. */
  void check() {
    if (runs.get() > mostRuns) {
      throw new Exhausted(mostRuns);
    }
  }

  private void count() {
    runs.incrementAndGet();
    check();
  }

  @Override
  public Policy policy() {
    return policy.policy();
  }

  @Override
  public Set<RuleName> rules() {
    return policy.rules();
  }

  @Override
  public Run run(Facts facts) {
    count();
    return policy.run(facts);
  }

  @Override
  public Watched watch(Facts facts) {
    count();
    return policy.watch(facts);
  }

  @Override
  public Rules with(PolicyTable changed) {
    var rules = policy.with(changed);
    return facts -> {
      count();
      return rules.run(facts);
    };
  }

  /** Whoever compiled the policy closes it. */
  @Override
  public void close() {}
}
