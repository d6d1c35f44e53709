package nz.cleancar.publishing;

import java.util.ArrayList;
import java.util.List;

/** Events that are forgotten when the test ends. */
public final class InMemoryPolicyEvents implements PolicyEvents {

  private final List<PolicyEvent> all = new ArrayList<>();

  @Override
  public synchronized List<PolicyEvent> after(long number) {
    return List.copyOf(all.subList((int) number, all.size()));
  }

  @Override
  public synchronized boolean append(PolicyEvent event) {
    if (event.number() != all.size() + 1) {
      return false;
    }
    return all.add(event);
  }
}
