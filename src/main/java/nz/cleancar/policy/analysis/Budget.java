package nz.cleancar.policy.analysis;

/** How much work may still be done, in steps of a microsecond or so. */
final class Budget {

  private long stepsLeft;

  Budget(long steps) {
    this.stepsLeft = steps;
  }

  /** Takes some steps; whether they were still there to be taken. */
  boolean take(long steps) {
    stepsLeft -= steps;
    return stepsLeft >= 0;
  }
}
