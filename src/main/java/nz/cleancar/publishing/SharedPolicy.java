package nz.cleancar.publishing;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Set;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleName;
import nz.cleancar.policy.Rules;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.PolicyTable;

/**
 * A compiled policy in many hands: it is closed once nobody can reach it any more, so that whoever
 * was given it may go on asking, also after the next policy is live.
 */
final class SharedPolicy implements CompiledPolicy {

  private final CompiledPolicy policy;

  SharedPolicy(CompiledPolicy policy, Cleaner cleaner) {
    this.policy = policy;
    cleaner.register(this, policy::close);
  }

  @Override
  public Policy policy() {
    return policy.policy();
  }

  @Override
  public Run run(Facts facts) {
    try {
      return policy.run(facts);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public Set<RuleName> rules() {
    return policy.rules();
  }

  @Override
  public Watched watch(Facts facts) {
    try {
      return policy.watch(facts);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public Rules with(PolicyTable changed) {
    var rules = policy.with(changed);
    return facts -> {
      try {
        return rules.run(facts);
      } finally {
        Reference.reachabilityFence(this);
      }
    };
  }

  /** Does nothing: others may hold it. */
  @Override
  public void close() {}
}
