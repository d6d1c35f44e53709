package nz.cleancar.policy.table;

/** What sort of value a term of the vocabulary has. */
public enum Kind {
  /** A code, for example {@code MA}: letters, digits, underscores and dashes. */
  WORD,

  /** Any number of codes; a condition asks whether one of them is there. */
  WORDS,

  /** A whole number. */
  WHOLE,

  /** A number with at most {@link Value.Decimal#MAX_DECIMALS} decimals. */
  DECIMAL,

  /** A New Zealand day. */
  DAY,

  /** Yes or no. */
  YES_NO,

  /**
   * A sentence for people, in which {@code {a term}} stands for that term's value. Only ever an
   * outcome.
   */
  SENTENCE
}
