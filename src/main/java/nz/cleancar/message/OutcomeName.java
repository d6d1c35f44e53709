package nz.cleancar.message;

import nz.cleancar.decision.Outcome;

/** What an outcome is called on the wire and in metrics. */
public final class OutcomeName {

  private OutcomeName() {}

  public static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotSubject _ -> "NOT_SUBJECT";
      case Outcome.Undecided _ -> "UNDECIDED";
      case Outcome.Assessed assessed -> assessed.acceptance().name();
    };
  }
}
