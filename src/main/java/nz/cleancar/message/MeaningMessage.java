package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.message.FindingMessage.Case;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.analysis.ChangedQuestion;
import nz.cleancar.policy.analysis.ChangedQuestions;
import nz.cleancar.policy.analysis.ChangedRegion;
import nz.cleancar.policy.analysis.MeaningComparison;
import nz.cleancar.policy.analysis.Proof;
import nz.cleancar.policy.analysis.TableMeaning;
import nz.cleancar.policy.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a change of policy means.
 *
 * @param regions where tables answer otherwise
 * @param untold tables with more regions than are told, or too much to analyse
 * @param proof what is the same, and why
 * @param sample questions that were tried; absent where everything else is proved to be the same
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MeaningComparison")
public record MeaningMessage(
    List<RegionFacts> regions,
    List<UntoldFacts> untold,
    ProofFacts proof,
    @Nullable SampleFacts sample) {

  private static final int MOST_SEARCHED = 20;
  private static final int QUESTIONS_A_REGION = 2;
  private static final int SAMPLE = 20_000;
  private static final int QUESTIONS_OF_SAMPLE = 10;

  /** Compares two policies, and looks for questions that show the difference. */
  public static MeaningMessage between(CompiledPolicy before, CompiledPolicy after) {
    var meaning = MeaningComparison.between(before.policy(), after.policy());
    var questions = new ChangedQuestions(before, after);
    var regions = new ArrayList<RegionFacts>();
    for (ChangedRegion region : meaning.regions()) {
      regions.add(
          RegionFacts.from(
              region,
              regions.size() < MOST_SEARCHED
                  ? QuestionsFacts.from(questions.in(region, QUESTIONS_A_REGION))
                  : null));
    }
    return new MeaningMessage(
        regions,
        meaning.tables().stream()
            .filter(table -> table.more() > 0 || !table.analysed())
            .map(UntoldFacts::from)
            .toList(),
        ProofFacts.from(meaning.proof()),
        meaning.proof().isProved()
            ? null
            : SampleFacts.from(questions.sample(SAMPLE, QUESTIONS_OF_SAMPLE)));
  }

  /**
   * Everything that a table may be asked and answers in one way before and in another after.
   *
   * @param table its id
   * @param inputs what it is asked
   * @param outcomes what it answers otherwise
   * @param rowsBefore the cells of the rows that answered
   * @param rowsAfter the cells of the rows that answer
   * @param questions whole questions in the region; absent where none were looked for
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ChangedRegion")
  public record RegionFacts(
      String table,
      List<InputFacts> inputs,
      List<OutcomeFacts> outcomes,
      List<String> rowsBefore,
      List<String> rowsAfter,
      @Nullable QuestionsFacts questions) {

    static RegionFacts from(ChangedRegion region, @Nullable QuestionsFacts questions) {
      return new RegionFacts(
          region.table(),
          region.asked().stream()
              .map(asked -> new InputFacts(asked.term().heading(), asked.text()))
              .toList(),
          region.outcomes().stream()
              .map(
                  outcome ->
                      new OutcomeFacts(outcome.term().header(), outcome.before(), outcome.after()))
              .toList(),
          region.rowsBefore().stream().map(Row::cells).toList(),
          region.rowsAfter().stream().map(Row::cells).toList(),
          questions);
    }
  }

  /** What is asked of a column, as a cell says it. */
  @Serdeable
  @Schema(name = "RegionInput")
  public record InputFacts(String column, String is) {}

  /** One outcome, before and after. */
  @Serdeable
  @Schema(name = "RegionOutcome")
  public record OutcomeFacts(String column, String before, String after) {}

  /**
   * Questions in a region.
   *
   * @param tried how many asked the table there
   * @param different some of those whose outcome differs
   */
  @Serdeable
  @Schema(name = "RegionQuestions")
  public record QuestionsFacts(int tried, List<QuestionFacts> different) {

    static QuestionsFacts from(ChangedQuestions.InRegion found) {
      return new QuestionsFacts(
          found.asked(), found.different().stream().map(QuestionFacts::from).toList());
    }
  }

  /** A question that is answered otherwise, and in what. */
  @Serdeable
  @Schema(name = "ChangedQuestion")
  public record QuestionFacts(Case question, List<ValueFacts> changes) {

    static QuestionFacts from(ChangedQuestion changed) {
      return new QuestionFacts(
          Case.from(changed.question()),
          changed.changes().stream()
              .map(
                  change ->
                      new ValueFacts(
                          change.heading(), change.before(), change.after(), change.difference()))
              .toList());
    }
  }

  /**
   * A value that differs.
   *
   * @param difference the new less the old, for dollars, grams and other amounts
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "ChangedValue")
  public record ValueFacts(String what, String before, String after, String difference) {}

  /**
   * What of a table is not told.
   *
   * @param analysed whether it could be analysed
   * @param moreRegions how many further regions there are at most
   */
  @Serdeable
  @Schema(name = "UntoldRegions")
  public record UntoldFacts(String table, boolean analysed, long moreRegions) {

    static UntoldFacts from(TableMeaning table) {
      return new UntoldFacts(table.id(), table.analysed(), table.more());
    }
  }

  /**
   * What is the same, and why.
   *
   * @param proved whether every question outside the regions is proved to have the same outcome
   * @param because the proof, or what stands in its way
   * @param identical the tables that say the same
   * @param sameMeaning the tables whose cells differ and whose answers do not
   * @param different the tables whose answers differ somewhere
   */
  @Serdeable
  @Schema(name = "Proof")
  public record ProofFacts(
      boolean proved,
      String because,
      List<String> identical,
      List<String> sameMeaning,
      List<String> different) {

    static ProofFacts from(Proof proof) {
      return new ProofFacts(
          proof.isProved(),
          proof.because(),
          proof.identical(),
          proof.sameMeaning(),
          proof.different());
    }
  }

  /**
   * Questions of all topics that were tried.
   *
   * @param asked how many
   * @param different how many have another outcome
   * @param some some of those
   */
  @Serdeable
  @Schema(name = "QuestionSample")
  public record SampleFacts(int asked, int different, List<QuestionFacts> some) {

    static SampleFacts from(ChangedQuestions.Sample sample) {
      return new SampleFacts(
          sample.asked(),
          sample.different(),
          sample.some().stream().map(QuestionFacts::from).toList());
    }
  }
}
