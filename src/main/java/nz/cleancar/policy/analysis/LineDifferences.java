package nz.cleancar.policy.analysis;

import java.util.List;
import nz.cleancar.policy.analysis.CellComparison.LineChange;

/** Finds which lines of a text were removed and which were added. */
public interface LineDifferences {

  /** The changes in the order of the lines; where a line was changed, it is removed and added. */
  List<LineChange> between(List<String> before, List<String> after);
}
