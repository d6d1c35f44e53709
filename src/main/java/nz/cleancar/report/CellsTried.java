package nz.cleancar.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nz.cleancar.scenario.coverage.Goal;
import nz.cleancar.scenario.coverage.NotAsked;
import nz.cleancar.scenario.coverage.TableCoverage;

/**
 * What is left to try of a table's cells.
 *
 * @param untried by cell, for example {@code A17}
 * @param notAsked by cell, what cannot be asked
 */
record CellsTried(Map<String, List<Goal.OfCell>> untried, Map<String, List<NotAsked>> notAsked) {

  static CellsTried of(TableCoverage table) {
    var untried = new LinkedHashMap<String, List<Goal.OfCell>>();
    table.tried().stream()
        .filter(each -> !each.isTried() && each.goal() instanceof Goal.OfCell)
        .map(each -> (Goal.OfCell) each.goal())
        .forEach(goal -> untried.computeIfAbsent(cell(goal), _ -> new ArrayList<>()).add(goal));
    return new CellsTried(
        untried,
        table.notAsked().stream().collect(Collectors.groupingBy(each -> cell(each.side()))));
  }

  private static String cell(Goal.OfCell goal) {
    return goal.table().cell(goal.row(), goal.column());
  }

  /** What is left to try of a cell: {@code bound 1200: 1199 not tried}. */
  static String note(Goal.OfCell goal) {
    return switch (goal) {
      case Goal.Side side ->
          "bound %s: %s not tried".formatted(side.bound().text(), side.value().text());
      case Goal.Listed listed -> listed.value().text() + " not tried";
    };
  }
}
