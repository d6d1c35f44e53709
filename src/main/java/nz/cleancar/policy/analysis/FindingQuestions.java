package nz.cleancar.policy.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.analysis.QuestionSearch.Went;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds for a finding that shows what one table is asked a whole question that shows it: of the
 * first topic of the vocabulary that can.
 */
final class FindingQuestions {

  private static final int MOST_FINDINGS = 20;
  private static final int MOST_OF_A_TOPIC = 1_500;
  private static final int MOST_DRAWN = 6_000;
  private static final long SEED = 20_260_102;

  private final CompiledPolicy policy;
  private final QuestionSearch search;

  FindingQuestions(CompiledPolicy policy) {
    this.policy = policy;
    this.search = new QuestionSearch(policy.policy().vocabulary(), policy.policy().tables());
  }

  /** The findings, the first of them with a whole question where one is found that shows it. */
  List<Finding> in(List<Finding> findings) {
    var left = new int[] {MOST_FINDINGS};
    return findings.stream()
        .map(
            finding ->
                finding.isError() && hasTableWitness(finding) && left[0]-- > 0
                    ? lifted(finding)
                    : finding)
        .toList();
  }

  private static boolean hasTableWitness(Finding finding) {
    return finding.witness().filter(witness -> witness.topic().isEmpty()).isPresent();
  }

  private Finding lifted(Finding finding) {
    var known = finding.witness().map(Witness::values).orElse(Map.of());
    return policy.policy().tables().stream()
        .filter(table -> table.workbook().equals(finding.place().file()))
        .filter(table -> table.sheet().equals(finding.place().sheet()))
        .flatMap(table -> question(table, known).stream())
        .findFirst()
        .map(finding::shownBy)
        .orElse(finding);
  }

  private Optional<Witness> question(PolicyTable table, Map<String, Value> known) {
    var trial = new FaultTrial(table, known);
    var wishes = Wishes.exactly(known, search.vocabulary());
    search.searchInOrder(wishes, SEED, MOST_OF_A_TOPIC, trial);
    search.search(wishes, SEED, MOST_DRAWN, trial);
    return Optional.ofNullable(trial.found)
        .map(found -> search.ordinary(found, question -> trial.isShownBy(policy.run(question))))
        .map(search::witness);
  }

  /** Looks for a question in which the table is asked just this and cannot answer. */
  private final class FaultTrial implements QuestionSearch.Trial {

    private final PolicyTable table;
    private final Map<String, Value> known;
    private @Nullable Facts found;

    FaultTrial(PolicyTable table, Map<String, Value> known) {
      this.table = table;
      this.known = known;
    }

    @Override
    public Went went(Facts question) {
      Run run = policy.run(question);
      var asked = QuestionSearch.asked(run);
      if (!asked.contains(table.id())) {
        return new Went(asked, asked.size());
      }
      if (isShownBy(run)) {
        found = question;
      }
      return new Went(asked, Went.ASKED + alike(run));
    }

    boolean isShownBy(Run run) {
      return alike(run) == table.inputs().size()
          && run.faults().stream().anyMatch(fault -> QuestionSearch.isOf(fault, table.id()));
    }

    /** How many of the table's columns are asked just this. */
    private int alike(Run run) {
      return (int)
          table.inputs().stream()
              .filter(
                  term ->
                      run.value(term.name()).equals(Optional.ofNullable(known.get(term.name()))))
              .count();
    }

    @Override
    public boolean isOver() {
      return found != null;
    }
  }
}
