package nz.cleancar.policy;

import java.util.List;

/** Proves what tables leave open, over all that they may be asked. */
public interface PolicyAnalysis {

  /** Everything found in the tables alone and together, in reading order. */
  List<Finding> findings(Policy policy);
}
