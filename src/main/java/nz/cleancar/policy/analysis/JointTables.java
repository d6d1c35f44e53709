package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * A table before and after, over one space: all that either may be asked. A column that one of them
 * lacks is {@code any} there.
 */
final class JointTables {

  private static final long MOST_STEPS = 5_000_000;
  private static final int MOST_COMPARED = 1_000;

  private final PolicyTable before;
  private final PolicyTable after;
  private final Space space;
  private final List<Box> oldBoxes;
  private final List<Box> newBoxes;

  private JointTables(PolicyTable before, PolicyTable after) {
    this.before = before;
    this.after = after;
    this.space = Space.of(List.of(before, after));
    var changed = new Changed(before, after);
    var olds = space.boxes(before);
    var news = space.boxes(after);
    var changedBoxes = new ArrayList<Box>();
    olds.stream().filter(box -> changed.olds().get(box.row())).forEach(changedBoxes::add);
    news.stream().filter(box -> changed.news().get(box.row())).forEach(changedBoxes::add);
    this.oldBoxes = touching(olds, changedBoxes);
    this.newBoxes = touching(news, changedBoxes);
  }

  /** The two tables; empty if a column of the same name is of another kind. */
  static Optional<JointTables> of(PolicyTable before, PolicyTable after) {
    var terms = new HashMap<String, Term>();
    before.inputs().forEach(term -> terms.put(term.name(), term));
    for (Term term : after.inputs()) {
      var old = terms.get(term.name());
      if (old != null && old.kind() != term.kind()) {
        return Optional.empty();
      }
      terms.put(term.name(), old == null ? term : both(old, term));
    }
    return Optional.of(new JointTables(with(terms, before), with(terms, after)));
  }

  /** A term that allows what either does. */
  private static Term both(Term old, Term term) {
    var allowed = new TreeSet<String>();
    if (!old.allowed().isEmpty() && !term.allowed().isEmpty()) {
      allowed.addAll(old.allowed());
      allowed.addAll(term.allowed());
    }
    var least = old.least().flatMap(number -> term.least().map(number::min));
    return new Term(
        term.name(),
        term.heading(),
        term.kind(),
        term.unit(),
        term.allowed().equals(old.allowed()) ? term.allowed() : List.copyOf(allowed),
        old.optional() || term.optional(),
        term.meaning(),
        least.<BigDecimal>map(number -> number).orElse(null));
  }

  private static PolicyTable with(Map<String, Term> terms, PolicyTable table) {
    return table.with(
        table.inputs().stream().map(term -> terms.getOrDefault(term.name(), term)).toList(),
        table.rows());
  }

  Space space() {
    return space;
  }

  PolicyTable before() {
    return before;
  }

  PolicyTable after() {
    return after;
  }

  /** Where the answers differ, and how; empty if that is too much work to tell. */
  Optional<Diagram<Optional<AnswerChange>>> changes() {
    var all = new ArrayList<>(oldBoxes);
    all.addAll(newBoxes);
    return Diagram.of(space, all, this::change, MOST_STEPS);
  }

  private Optional<AnswerChange> change(BitSet possible) {
    int olds = oldBoxes.size();
    var there = possible.get(0, olds);
    var here = possible.get(olds, Math.max(olds, possible.length()));
    var change =
        new AnswerChange(
            Answer.of(before, rows(oldBoxes, there)), Answer.of(after, rows(newBoxes, here)));
    return change.isSame() ? Optional.empty() : Optional.of(change);
  }

  /** The rows that answer somewhere within the sides, before. */
  Optional<Diagram<BitSet>> rowsBefore() {
    return rows(before, oldBoxes);
  }

  /** The rows that answer somewhere within the sides, after. */
  Optional<Diagram<BitSet>> rowsAfter() {
    return rows(after, newBoxes);
  }

  private Optional<Diagram<BitSet>> rows(PolicyTable table, List<Box> boxes) {
    return Diagram.of(
        space,
        boxes,
        possible -> {
          var counting = new BitSet();
          Answer.counting(table, rows(boxes, possible)).forEach(counting::set);
          return counting;
        },
        MOST_STEPS);
  }

  private static List<Integer> rows(List<Box> boxes, BitSet possible) {
    return possible.stream().map(box -> boxes.get(box).row()).sorted().distinct().boxed().toList();
  }

  /**
   * The boxes that share a point with a changed one. Elsewhere the same rows match before and
   * after, so nothing need be known of them.
   */
  private static List<Box> touching(List<Box> boxes, List<Box> changed) {
    if (changed.size() > MOST_COMPARED) {
      return boxes;
    }
    return boxes.stream()
        .filter(box -> changed.stream().anyMatch(each -> meet(box, each)))
        .toList();
  }

  private static boolean meet(Box left, Box right) {
    for (int axis = 0; axis < left.sides().size(); axis++) {
      if (left.sides().get(axis).and(right.sides().get(axis)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The rows that only one side has; all of them where more than rows changed, or where their order
   * counts.
   *
   * @param olds the rows before, by their index
   * @param news the rows after
   */
  private record Changed(BitSet olds, BitSet news) {

    Changed(PolicyTable before, PolicyTable after) {
      this(new BitSet(), new BitSet());
      olds.set(0, before.rows().size());
      news.set(0, after.rows().size());
      if (before.hitPolicy() != HitPolicy.FIRST && sameShape(before, after)) {
        leaveOutCommon(before, after);
      }
    }

    private static boolean sameShape(PolicyTable before, PolicyTable after) {
      return before.hitPolicy() == after.hitPolicy()
          && before.otherwise().equals(after.otherwise())
          && names(before.inputs()).equals(names(after.inputs()))
          && names(before.outcomes()).equals(names(after.outcomes()));
    }

    private static List<String> names(List<Term> terms) {
      return terms.stream().map(Term::name).toList();
    }

    private void leaveOutCommon(PolicyTable before, PolicyTable after) {
      var left = new LinkedHashMap<Says, List<Integer>>();
      for (int row = 0; row < before.rows().size(); row++) {
        left.computeIfAbsent(Says.of(before.rows().get(row)), _ -> new ArrayList<>()).add(row);
      }
      for (int row = 0; row < after.rows().size(); row++) {
        var same = left.getOrDefault(Says.of(after.rows().get(row)), List.of());
        if (!same.isEmpty()) {
          olds.clear(same.removeLast());
          news.clear(row);
        }
      }
    }
  }

  private record Says(List<Condition> conditions, List<Value> outcomes) {
    static Says of(Row row) {
      return new Says(row.conditions(), row.outcomes());
    }
  }
}
