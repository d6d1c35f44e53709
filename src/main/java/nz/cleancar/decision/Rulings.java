package nz.cleancar.decision;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.Value;

/**
 * Asks the live policy about the topics of its vocabulary that are no vehicle's. The same policy
 * answers the same facts alike, so the latest answers are remembered.
 */
@Singleton
public final class Rulings {

  private static final int MOST_REMEMBERED = 4096;

  private final Policies policies;
  private final Map<Asked, Ruling> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Asked, Ruling> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

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
    var asked = new Asked(live.policy().version(), topic, Map.copyOf(facts));
    Ruling before = remembered.get(asked);
    if (before != null) {
      return before;
    }
    Ruling ruling = ask(live, topic, asked.facts());
    remembered.put(asked, ruling);
    return ruling;
  }

  private static Ruling ask(CompiledPolicy live, String topic, Map<String, Value> facts) {
    Run run = live.run(new Facts(topic, facts));
    if (!run.faults().isEmpty()) {
      throw new Unruled(
          live.policy().version(),
          run.faults().stream().map(fault -> new Reason(fault.code(), fault.says())).toList());
    }
    return new Ruling(live.policy().version(), topic, run);
  }

  private record Asked(PolicyVersion version, String topic, Map<String, Value> facts) {}
}
