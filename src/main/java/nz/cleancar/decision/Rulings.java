package nz.cleancar.decision;

import jakarta.inject.Singleton;
import java.util.Map;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.Value;

/** Asks the live policy about the topics of its vocabulary that are no vehicle's. */
@Singleton
public final class Rulings {

  private final Policies policies;

  public Rulings(Policies policies) {
    this.policies = policies;
  }

  /**
   * What the live policy says.
   *
   * @param facts the topic's facts, by the vocabulary's names
   * @throws Unruled if it lacks what it would need
   */
  public Ruling on(String topic, Map<String, Value> facts) {
    CompiledPolicy live = policies.live();
    Run run = live.run(new Facts(topic, facts));
    if (!run.faults().isEmpty()) {
      throw new Unruled(
          live.policy().version(),
          run.faults().stream().map(fault -> new Reason(fault.code(), fault.says())).toList());
    }
    return new Ruling(live.policy().version(), topic, run);
  }
}
