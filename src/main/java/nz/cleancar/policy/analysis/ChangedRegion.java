package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** Everything that a table may be asked and answers in one way before and in another after. */
public final class ChangedRegion {

  private final JointTables joint;
  private final List<Spans> sides;
  private final AnswerChange change;
  private final List<Row> rowsBefore;
  private final List<Row> rowsAfter;

  ChangedRegion(
      JointTables joint,
      List<Spans> sides,
      AnswerChange change,
      List<Row> rowsBefore,
      List<Row> rowsAfter) {
    this.joint = joint;
    this.sides = List.copyOf(sides);
    this.change = change;
    this.rowsBefore = List.copyOf(rowsBefore);
    this.rowsAfter = List.copyOf(rowsAfter);
  }

  /**
   * What is asked of one input column.
   *
   * @param text as a cell says it: {@code any}, {@code PAYG}, {@code [1200..2000)}; {@code not
   *     given} for what a question leaves out
   */
  public record Asked(Term term, String text) {}

  /** One outcome, as a person reads it, before and after. */
  public record OutcomeChange(Term term, String before, String after) {}

  /** The table's id. */
  public String table() {
    return joint.after().id();
  }

  /** What the table answers before and after. */
  public AnswerChange change() {
    return change;
  }

  /** The rows that answer before, somewhere in the region. */
  public List<Row> rowsBefore() {
    return rowsBefore;
  }

  /** The rows that answer after, somewhere in the region. */
  public List<Row> rowsAfter() {
    return rowsAfter;
  }

  /** The region, by input column. */
  public List<Asked> asked() {
    var text = new SideText(List.of(joint.before(), joint.after()));
    var bySeveral = new LinkedHashMap<Term, List<Integer>>();
    for (int axis = 0; axis < sides.size(); axis++) {
      bySeveral.computeIfAbsent(axes().get(axis).term(), _ -> new ArrayList<>()).add(axis);
    }
    var asked = new ArrayList<Asked>();
    bySeveral.forEach(
        (term, all) ->
            asked.add(
                new Asked(
                    term,
                    axes().get(all.getFirst()) instanceof Axis.Member
                        ? members(all)
                        : text.text(axes().get(all.getFirst()), sides.get(all.getFirst())))));
    return asked;
  }

  /** Several words: those that are there, and those that are not. */
  private String members(List<Integer> axes) {
    String there = members(axes, 1);
    String missing = members(axes, 0);
    if (missing.isEmpty()) {
      return there.isEmpty() ? "any" : there;
    }
    return (there.isEmpty() ? "any" : there) + " without " + missing;
  }

  private String members(List<Integer> axes, long point) {
    return axes.stream()
        .filter(axis -> sides.get(axis).equals(Spans.of(point, point)))
        .flatMap(
            axis ->
                axes().get(axis) instanceof Axis.Member(Term _, String word)
                    ? Stream.of(word)
                    : Stream.empty())
        .collect(Collectors.joining(" and "));
  }

  /** The outcomes that differ. */
  public List<OutcomeChange> outcomes() {
    var terms = new LinkedHashMap<String, Term>();
    joint.before().outcomes().forEach(term -> terms.put(term.name(), term));
    joint.after().outcomes().forEach(term -> terms.put(term.name(), term));
    return terms.values().stream()
        .map(
            term ->
                new OutcomeChange(
                    term, change.before().text(term.name()), change.after().text(term.name())))
        .filter(outcome -> !outcome.before().equals(outcome.after()))
        .toList();
  }

  /** Whether the table, asked while these values are known, is asked within the region. */
  public boolean contains(Map<String, Value> known) {
    for (int axis = 0; axis < sides.size(); axis++) {
      if (!contains(axis, known)) {
        return false;
      }
    }
    return true;
  }

  /** The same of one axis. */
  boolean contains(int axis, Map<String, Value> known) {
    var point = Points.of(axes().get(axis), known);
    return point.isPresent() && sides.get(axis).contains(point.getAsLong());
  }

  /** On how many axes the table, asked while these values are known, is asked within the region. */
  int alike(Map<String, Value> known) {
    int alike = 0;
    for (int axis = 0; axis < sides.size(); axis++) {
      alike += contains(axis, known) ? 1 : 0;
    }
    return alike;
  }

  List<Axis> axes() {
    return joint.space().axes();
  }

  Spans side(int axis) {
    return sides.get(axis);
  }
}
