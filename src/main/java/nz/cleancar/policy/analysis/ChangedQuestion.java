package nz.cleancar.policy.analysis;

import java.util.List;
import nz.cleancar.policy.Witness;

/**
 * A whole question that two policies answer differently.
 *
 * @param question the question
 * @param changes what differs, dollars and grams first
 */
public record ChangedQuestion(Witness question, List<ValueChange> changes) {

  public ChangedQuestion {
    changes = List.copyOf(changes);
  }

  /**
   * A value that differs.
   *
   * @param heading what it is
   * @param before the old value as a person reads it; {@code none} where there was none
   * @param after the new value; {@code none} where there is none
   * @param difference new less old with its sign, for numbers with a unit; empty for others
   */
  public record ValueChange(String heading, String before, String after, String difference) {

    /** On one line: {@code Charge $1,117.80 → $248.40 (−$869.40)}. */
    public String text() {
      return heading
          + " "
          + before
          + " → "
          + after
          + (difference.isEmpty() ? "" : " (" + difference + ")");
    }
  }

  /** What differs on one line. */
  public String changesText() {
    return String.join("; ", changes.stream().map(ValueChange::text).toList());
  }
}
