package nz.cleancar.publishing;

import java.util.List;

/** Everything that ever happened to versions, in order. Append-only. */
public interface PolicyEvents {

  /** The events with a higher number, in order. */
  List<PolicyEvent> after(long number);

  /**
   * Keeps the event, durably.
   *
   * @return false if another event has its number already: somebody was faster, and nothing was
   *     kept
   */
  boolean append(PolicyEvent event);
}
