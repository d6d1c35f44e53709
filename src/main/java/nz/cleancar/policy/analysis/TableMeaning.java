package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;

/**
 * Where a table answers otherwise than before.
 *
 * @param before the table as it was
 * @param after the table as it is
 * @param analysed whether it could be told
 * @param regions the regions in which its answer differs, at most {@link #MOST_REGIONS}; no point
 *     lies in two of them, and outside them the answer is the same unless there are more
 * @param more how many further regions there are at most
 */
public record TableMeaning(
    PolicyTable before,
    PolicyTable after,
    boolean analysed,
    List<ChangedRegion> regions,
    long more) {

  /** How many regions of a table are told. */
  public static final int MOST_REGIONS = 200;

  private static final int MOST_MERGED = 4_000;

  public TableMeaning {
    regions = List.copyOf(regions);
  }

  /** The table's id. */
  public String id() {
    return after.id();
  }

  /** Compares two tables of one id, over all that the vocabulary lets either be asked. */
  public static TableMeaning between(PolicyTable before, PolicyTable after) {
    return JointTables.of(before, after)
        .flatMap(TableMeaning::of)
        .orElseGet(() -> new TableMeaning(before, after, false, List.of(), 0));
  }

  private static Optional<TableMeaning> of(JointTables joint) {
    var changes = joint.changes();
    var olds = joint.rowsBefore();
    var news = joint.rowsAfter();
    if (changes.isEmpty() || olds.isEmpty() || news.isEmpty()) {
      return Optional.empty();
    }
    var found = new ArrayList<Diagram.Region<Optional<AnswerChange>>>();
    var more = new long[1];
    changes
        .get()
        .visit(
            joint.space().axes().stream().map(Axis::domain).toList(),
            Optional::isPresent,
            region -> {
              if (found.size() < MOST_MERGED) {
                found.add(region);
              } else {
                more[0]++;
              }
              return more[0] < MOST_MERGED;
            });
    var merged = Merging.sayable(joint.space().axes(), Merging.merged(found));
    var regions =
        merged.stream()
            .limit(MOST_REGIONS)
            .map(
                region ->
                    new ChangedRegion(
                        joint,
                        region.sides(),
                        region.label().orElseThrow(),
                        rows(joint.before(), olds.get(), region.sides()),
                        rows(joint.after(), news.get(), region.sides())))
            .toList();
    return Optional.of(
        new TableMeaning(
            joint.before(),
            joint.after(),
            true,
            regions,
            more[0] + merged.size() - regions.size()));
  }

  private static List<Row> rows(PolicyTable table, Diagram<BitSet> answering, List<Spans> within) {
    var rows = new BitSet();
    answering.visit(
        within,
        answer -> !answer.isEmpty(),
        region -> {
          rows.or(region.label());
          return true;
        });
    return rows.stream().mapToObj(row -> table.rows().get(row)).toList();
  }
}
