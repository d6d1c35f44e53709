package nz.cleancar.api;

/** A line of a batch that has something on it. Lines are counted from 1, empty ones too. */
sealed interface Line {

  /** Its number. */
  long number();

  /** A line within the limit, without its end. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Whole(long number, byte[] bytes) implements Line {}

  /** A line past the limit; what it said is gone. */
  record Overlong(long number) implements Line {}
}
