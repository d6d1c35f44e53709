package nz.cleancar.decision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision says what it says.
 *
 * @param steps one sentence each, in the order of reasoning
 */
public record Explanation(List<Step> steps) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /** The steps that rest on an assumed row. */
  public List<Step> assumptions() {
    return steps.stream()
        .filter(step -> step.row().filter(RowUsed::isAssumed).isPresent())
        .toList();
  }

  /**
   * One step of the reasoning.
   *
   * @param says the sentence, with the numbers in it
   * @param rule the table's id, or the rule set and rule, that it comes from
   * @param rowUsed the row of the table that it rests on, if it rests on one
   */
  public record Step(String says, String rule, @Nullable RowUsed rowUsed) {

    /** The row of the table that it rests on, if it rests on one. */
    public Optional<RowUsed> row() {
      return Optional.ofNullable(rowUsed);
    }
  }

  /**
   * A row of a decision table, so that a reader finds it again.
   *
   * @param workbook its file
   * @param sheet its sheet
   * @param cells its cells, for example {@code A12:F12}
   * @param source the Act, regulation or paper that it rests on
   * @param standing how firmly it stands: enacted, published, reported or assumed
   * @param note what a reader should know; empty where there is nothing
   */
  public record RowUsed(
      String workbook, String sheet, String cells, String source, String standing, String note) {

    boolean isAssumed() {
      return standing.equals("assumed");
    }
  }
}
