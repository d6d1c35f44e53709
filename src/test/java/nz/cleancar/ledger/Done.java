package nz.cleancar.ledger;

import nz.cleancar.work.Attempt;

/** What was done, for a test that is not about refusals. */
public final class Done {

  private Done() {}

  public static <T> T done(Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(T value) -> value;
      case Attempt.Refused<T>(var why) -> throw new AssertionError(why.toString());
    };
  }
}
