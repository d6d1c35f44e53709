package nz.cleancar.policy;

import java.util.List;

/** Proves what tables leave open, over all that they may be asked. */
public interface PolicyAnalysis {

  /** Everything found in the tables alone and together, in reading order. */
  List<Finding> findings(Policy policy);

  /**
   * The findings, with a whole question in place of what one table is asked, for the first that
   * have one which shows them.
   *
   * @param policy the policy that they were found in; it is not closed
   */
  default List<Finding> withQuestions(List<Finding> findings, CompiledPolicy policy) {
    return findings;
  }
}
