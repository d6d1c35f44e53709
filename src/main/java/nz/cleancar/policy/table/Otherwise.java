package nz.cleancar.policy.table;

import java.util.List;

/** What a table answers when no row matches. */
public sealed interface Otherwise {

  /** No answer: the decision is undecided. */
  record Fault() implements Otherwise {}

  /** These outcomes, one for each outcome column in order. */
  record Answer(List<Value> outcomes) implements Otherwise {
    public Answer {
      outcomes = List.copyOf(outcomes);
    }
  }
}
