package nz.cleancar.scenario.mutation;

import java.util.List;
import nz.cleancar.scenario.Verdict;

/** What came of trying mutants on scenarios. */
public sealed interface Mutation {

  /** All mutants were tried. */
  record Tried(MutationReport report) implements Mutation {}

  /**
   * The run stopped, since trying all mutants takes more work than was allowed.
   *
   * @param runs how often the rules were allowed to run
   */
  record TooMuch(long runs) implements Mutation {

    /** Why, in a sentence that says what to do. */
    public String because() {
      return "To try these mutants the rules would run more than %,d times, which is more than is"
              .formatted(runs)
          + " allowed here; try fewer scenarios or the mutants of fewer tables.";
    }
  }

  /**
   * No mutant was tried, since what a scenario says of a change counts only where it passes without
   * it.
   *
   * @param failed the scenarios that fail on the policy as it is, at least one
   */
  record Refused(List<Verdict> failed) implements Mutation {
    public Refused {
      failed = List.copyOf(failed);
    }

    /** Why, in a sentence with the names. */
    public String because() {
      var names =
          failed.stream()
              .map(verdict -> verdict.scenario().suite().id() + ": " + verdict.scenario().name())
              .toList();
      return "Mutants are tried once every scenario passes; these fail: "
          + String.join("; ", names)
          + ".";
    }
  }
}
