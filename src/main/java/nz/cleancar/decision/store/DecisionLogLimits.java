package nz.cleancar.decision.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much the decision log takes on at once.
 *
 * @param waiting how many decisions may wait to be kept, 1 or more
 * @param group how many decisions share a commit at most, 1 or more
 */
@ConfigurationProperties("ccs.decision-log")
record DecisionLogLimits(
    @Bindable(defaultValue = "4096") int waiting, @Bindable(defaultValue = "512") int group) {

  GroupCommit.Limits toLimits() {
    return new GroupCommit.Limits(waiting, group);
  }
}
