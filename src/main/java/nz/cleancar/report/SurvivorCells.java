package nz.cleancar.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nz.cleancar.policy.Place;
import nz.cleancar.scenario.coverage.Share;
import nz.cleancar.scenario.mutation.MutationReport;
import nz.cleancar.scenario.mutation.MutationReport.Score;

/**
 * Changes that no scenario notices, by cell.
 *
 * @param whole how many were noticed of all tables, in a list of one; empty where none was tried
 * @param scores the same by table
 * @param cells what a cell could become without anybody noticing
 * @param texts each change in a sentence
 */
record SurvivorCells(
    List<Share> whole,
    Map<String, Share> scores,
    Map<Place, List<String>> cells,
    List<String> texts) {

  static SurvivorCells unknown() {
    return new SurvivorCells(List.of(), Map.of(), Map.of(), List.of());
  }

  static SurvivorCells of(MutationReport report) {
    var alive = report.survivors().stream().map(MutationReport.Trial::mutant).toList();
    return new SurvivorCells(
        List.of(share(report.score())),
        report.byTable().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> share(each.getValue()))),
        alive.stream()
            .collect(
                Collectors.groupingBy(
                    mutant -> mutant.cell(),
                    Collectors.mapping(mutant -> mutant.after(), Collectors.toList()))),
        alive.stream().map(mutant -> mutant.text()).toList());
  }

  private static Share share(Score score) {
    return new Share(score.killed(), score.killable());
  }

  Optional<Share> score() {
    return whole.stream().findFirst();
  }

  Optional<Share> score(String table) {
    return Optional.ofNullable(scores.get(table));
  }

  List<String> at(Place cell) {
    return cells.getOrDefault(cell, List.of());
  }
}
