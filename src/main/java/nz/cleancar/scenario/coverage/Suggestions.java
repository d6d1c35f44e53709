package nz.cleancar.scenario.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nz.cleancar.policy.CompiledPolicy;

/** Finds a ready case for whatever no scenario tries. The same report gives the same cases. */
public final class Suggestions {

  private final CompiledPolicy policy;

  public Suggestions(CompiledPolicy policy) {
    this.policy = policy;
  }

  /**
   * A suggestion for each goal that no scenario tries, in the order of the report; a goal that the
   * case of another one tries as well is named there.
   *
   * @param report what scenarios of this policy touched
   * @param each takes each suggestion as soon as it is known
   */
  public void forUntried(CoverageReport report, Consumer<Suggestion> each) {
    if (!report.policy().equals(policy.policy().version())) {
      throw new IllegalArgumentException("The report is about another policy.");
    }
    report.untried().forEach(goal -> each.accept(new Suggestion.NoneFound(goal)));
  }

  /** All suggestions at once. */
  public List<Suggestion> forUntried(CoverageReport report) {
    var all = new ArrayList<Suggestion>();
    forUntried(report, all::add);
    return List.copyOf(all);
  }
}
