package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.scenario.mutation.Fate;
import nz.cleancar.scenario.mutation.MutationReport;
import org.jspecify.annotations.Nullable;

/**
 * Which change of a cell no scenario of a version would notice.
 *
 * @param version the version
 * @param scenarios how many scenarios there are
 * @param score over all tables
 * @param tables the score of each table
 * @param survivors the changes that no scenario notices, cell by cell; at most {@link #MOST}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Mutation")
public record MutationMessage(
    String version, int scenarios, Score score, List<TableScore> tables, List<Survivor> survivors) {

  /** How many survivors are told. */
  public static final int MOST = 1_000;

  /** The report on the wire. */
  public static MutationMessage from(PolicyVersion version, MutationReport report) {
    return new MutationMessage(
        version.name(),
        report.scenarios(),
        Score.from(report.score()),
        report.byTable().entrySet().stream()
            .map(table -> new TableScore(table.getKey(), Score.from(table.getValue())))
            .toList(),
        report.survivors().stream().limit(MOST).map(Survivor::from).toList());
  }

  /**
   * How many changes were noticed.
   *
   * @param noticed by some scenario
   * @param survived by none
   * @param leftOut that mean the same, or that no question asks for
   * @param percent the noticed ones of each hundred that could be, rounded down
   */
  @Serdeable
  @Schema(name = "MutationScore")
  public record Score(int noticed, int survived, int leftOut, int percent) {

    private static Score from(MutationReport.Score score) {
      return new Score(score.killed(), score.survived(), score.equivalent(), score.percent());
    }
  }

  /** The score of a table. */
  @Serdeable
  @Schema(name = "TableMutationScore")
  public record TableScore(String table, Score score) {}

  /**
   * A change that no scenario notices.
   *
   * @param place the cell
   * @param before what it says
   * @param after what it would say
   * @param says the change in a sentence
   * @param shownBy a question whose answer it alters; absent where none was found
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Survivor")
  public record Survivor(
      FindingMessage.At place,
      String before,
      String after,
      String says,
      FindingMessage.@Nullable Case shownBy) {

    private static Survivor from(MutationReport.Trial trial) {
      var mutant = trial.mutant();
      return new Survivor(
          FindingMessage.At.from(mutant.cell()),
          mutant.before(),
          mutant.after(),
          mutant.text(),
          trial.fate() instanceof Fate.Survived survived
              ? survived
                  .question()
                  .map(question -> FindingMessage.Case.from(question.question()))
                  .orElse(null)
              : null);
    }
  }
}
