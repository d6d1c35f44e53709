package nz.cleancar.policy.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.Witness.Given;
import nz.cleancar.policy.table.Value;

/**
 * A whole question that two policies answer differently.
 *
 * @param question the question
 * @param changes what differs, dollars and grams first
 */
public record ChangedQuestion(Witness question, List<ValueChange> changes) {

  public ChangedQuestion {
    changes = List.copyOf(changes);
  }

  /**
   * A value that differs.
   *
   * @param heading what it is
   * @param before the old value as a person reads it; {@code none} where there was none
   * @param after the new value; {@code none} where there is none
   * @param difference new less old with its sign, for numbers with a unit; empty for others
   */
  public record ValueChange(String heading, String before, String after, String difference) {

    /** On one line: {@code Charge $1,117.80 → $248.40 (−$869.40)}. */
    public String text() {
      return heading
          + " "
          + before
          + " → "
          + after
          + (difference.isEmpty() ? "" : " (" + difference + ")");
    }
  }

  /** What differs on one line. */
  public String changesText() {
    return String.join("; ", changes.stream().map(ValueChange::text).toList());
  }

  /**
   * The question on one line: {@code MA, Tare weight 1500 kg, PAYG}. A word that two facts could be
   * has its heading; what is not so, and what there is none of, goes unsaid.
   */
  public String text() {
    return question.given().stream()
        .flatMap(given -> text(given).stream())
        .collect(Collectors.joining(", "));
  }

  private Optional<String> text(Given given) {
    var term = given.term();
    return switch (given.value()) {
      case Value.Word(String word) ->
          Optional.of(isPlain(word) ? word : term.heading() + " " + word);
      case Value.Words(List<String> all) ->
          all.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", all));
      case Value.YesNo(boolean yes) -> yes ? Optional.of(term.heading()) : Optional.empty();
      case Value.Whole _, Value.Decimal _, Value.Day _, Value.Sentence _ ->
          Optional.of(term.heading() + " " + Amounts.text(term, Optional.of(given.value())));
    };
  }

  /** Whether the word says by itself what it is about: no other fact may be it. */
  private boolean isPlain(String word) {
    return question.given().stream().filter(given -> given.term().allowed().contains(word)).count()
        == 1;
  }
}
