package nz.cleancar.scenario.xlsx;

import nz.cleancar.policy.table.Term;
import nz.cleancar.scenario.Expectation;

/** What an expectation speaks of. */
public sealed interface Expected {

  /** What a header row calls it, behind the arrow: {@code Charge (NZD)}. */
  String heading();

  /** What the answer says. */
  record OfOutcome() implements Expected {
    @Override
    public String heading() {
      return Expectation.OUTCOME;
    }
  }

  /** The codes of its grounds. */
  record OfReasonCodes() implements Expected {
    @Override
    public String heading() {
      return Expectation.REASON_CODES;
    }
  }

  /** The rows that it rests on. */
  record OfRowsUsed() implements Expected {
    @Override
    public String heading() {
      return Expectation.ROWS_USED;
    }
  }

  /** What is concluded of a term. */
  record OfTerm(Term term) implements Expected {
    @Override
    public String heading() {
      return term.header();
    }
  }
}
