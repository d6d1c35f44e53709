package nz.cleancar.policy.analysis;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyAnalysis;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;

/** Analyses each table over all that it may be asked. */
@Singleton
public final class TablesAnalysis implements PolicyAnalysis {

  private static final long MOST_STEPS = 5_000_000;

  @Override
  public List<Finding> findings(Policy policy) {
    var findings = new ArrayList<Finding>();
    policy.tables().stream()
        .filter(table -> table.hitPolicy() == HitPolicy.EXACTLY_ONE)
        .forEach(table -> findings.addAll(overlaps(table)));
    findings.sort(Finding.IN_READING_ORDER);
    return findings;
  }

  @Override
  public List<Finding> withQuestions(List<Finding> findings, CompiledPolicy policy) {
    return new FindingQuestions(policy).in(findings);
  }

  private static List<Finding> overlaps(PolicyTable table) {
    var findings = new ArrayList<Finding>();
    var space = Space.of(List.of(table));
    var boxes = space.boxes(table);
    Diagram.of(space, boxes, possible -> rows(boxes, possible), MOST_STEPS)
        .ifPresent(
            diagram ->
                diagram.visit(
                    space.axes().stream().map(Axis::domain).toList(),
                    rows -> rows.cardinality() > 1,
                    region -> findings.add(overlap(table, space, region))));
    return findings;
  }

  private static BitSet rows(List<Box> boxes, BitSet possible) {
    var rows = new BitSet();
    possible.stream().map(box -> boxes.get(box).row()).forEach(rows::set);
    return rows;
  }

  private static Finding overlap(PolicyTable table, Space space, Diagram.Region<BitSet> region) {
    var rows = region.label().stream().mapToObj(row -> table.rows().get(row)).toList();
    var given = new ArrayList<Witness.Given>();
    for (int axis = 0; axis < space.axes().size(); axis++) {
      var each = space.axes().get(axis);
      each.value(region.sides().get(axis).first().orElseThrow())
          .ifPresent(value -> given.add(new Witness.Given(each.term(), value)));
    }
    return Finding.error(
            "overlap",
            place(table, rows.getLast()),
            "one row to match",
            "row " + rows.getFirst().number() + " to match too",
            "Change the conditions of one of the two, so that only one matches.")
        .shownBy(new Witness("", given));
  }

  private static Place place(PolicyTable table, Row row) {
    return new Place(table.workbook(), table.sheet(), row.cells());
  }
}
