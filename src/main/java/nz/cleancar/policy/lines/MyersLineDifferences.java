package nz.cleancar.policy.lines;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.analysis.CellComparison.LineChange;
import nz.cleancar.policy.analysis.LineDifferences;

/** The fewest lines to remove and add, by Myers' algorithm. */
@Singleton
public final class MyersLineDifferences implements LineDifferences {

  @Override
  public List<LineChange> between(List<String> before, List<String> after) {
    var changes = new ArrayList<LineChange>();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      add(delta.getSource(), false, changes);
      add(delta.getTarget(), true, changes);
    }
    return changes;
  }

  private static void add(Chunk<String> chunk, boolean isNew, List<LineChange> changes) {
    int number = chunk.getPosition() + 1;
    for (String line : chunk.getLines()) {
      changes.add(new LineChange(isNew, number++, line));
    }
  }
}
