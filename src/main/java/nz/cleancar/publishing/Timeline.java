package nz.cleancar.publishing;

import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.NewZealand;

/**
 * The history as it grows. Every move is judged by the history that it then stands at the end of:
 * whoever comes second, in this service or another on the same database, judges again.
 */
final class Timeline {

  private static final int MOST_TRIES = 100;

  private final PolicyEvents events;
  private final NewZealand newZealand;
  private volatile History known = History.EMPTY;

  Timeline(PolicyEvents events, NewZealand newZealand) {
    this.events = events;
    this.newZealand = newZealand;
  }

  /** The history up to this moment. */
  synchronized History read() {
    var more = events.after(known.last());
    if (!more.isEmpty()) {
      known = known.with(more);
    }
    return known;
  }

  /** Takes the version further, if the step may be taken. */
  Move move(PolicyVersion version, PersonName by, String reason, Judge judge) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      var history = read();
      switch (judge.step(history)) {
        case Step.No(Move.Refused refused) -> {
          return refused;
        }
        case Step.Take(PolicyEvent.What what) -> {
          var event =
              new PolicyEvent(history.last() + 1, version, newZealand.now(), by, reason, what);
          if (events.append(event)) {
            return new Move.Made(read().find(version).orElseThrow());
          }
        }
      }
    }
    return new Move.Refused(
        Move.Why.OVERTAKEN, "Others change versions too fast just now; try again.");
  }

  /** Says which step may be taken after a history. */
  interface Judge {
    Step step(History history);
  }

  /** What may be done. */
  sealed interface Step {

    /** This. */
    record Take(PolicyEvent.What what) implements Step {}

    /** Nothing. */
    record No(Move.Refused refused) implements Step {}
  }
}
