package nz.cleancar.scenario.xlsx;

import nz.cleancar.policy.table.Term;

/**
 * A column of a suite.
 *
 * @param number its column on the sheet, counted from 1
 */
record SuiteColumn(int number, Role role) {

  /** What a column is for. */
  sealed interface Role {

    /** What a case is called. */
    record Name() implements Role {}

    /** Why a case is there. */
    record Reason() implements Role {}

    /** Words to choose a case by. */
    record Tags() implements Role {}

    /** What a case is given. */
    record Given(Term term) implements Role {}

    /** What a case expects. */
    record Expects(Expected expected) implements Role {}

    /** What cannot be read. */
    record Unknown() implements Role {}
  }
}
