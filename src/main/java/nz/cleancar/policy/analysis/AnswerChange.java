package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import nz.cleancar.policy.analysis.Answer.Collected;

/**
 * What a table answers before and after. Of a table that collects, what both collect is left out:
 * the change is what went and what came.
 *
 * @param before the old answer
 * @param after the new one
 */
public record AnswerChange(Answer before, Answer after) {

  public AnswerChange {
    if (before instanceof Collected(var old) && after instanceof Collected(var now)) {
      var went = new ArrayList<>(old);
      now.forEach(went::remove);
      var came = new ArrayList<>(now);
      old.forEach(came::remove);
      before = new Collected(went);
      after = new Collected(came);
    }
  }

  /** Whether the answers are the same. */
  public boolean isSame() {
    return before.equals(after);
  }
}
