package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nz.cleancar.impact.Impact;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/**
 * What a version would have changed in decisions that were made.
 *
 * @param before the version compared with
 * @param after the version compared
 * @param decidedAgain how many logged decisions, the latest, were decided again under both
 * @param changed what those come to that have another outcome
 * @param shares the same by condition and scheme
 * @param transitions how many went from which acceptance to which
 * @param examples the largest changes
 */
@Serdeable
@Schema(name = "PolicyImpact")
public record ImpactMessage(
    String before,
    String after,
    int decidedAgain,
    SumFacts changed,
    List<ShareFacts> shares,
    List<TransitionFacts> transitions,
    List<ExampleFacts> examples) {

  /** The impact on the wire. */
  public static ImpactMessage from(Impact impact) {
    return new ImpactMessage(
        impact.before().name(),
        impact.after().name(),
        impact.decidedAgain(),
        SumFacts.from(impact.changed()),
        impact.shares().stream()
            .map(
                share ->
                    new ShareFacts(share.condition(), share.scheme(), SumFacts.from(share.sums())))
            .toList(),
        impact.transitions().stream()
            .map(each -> new TransitionFacts(each.from(), each.to(), each.decisions()))
            .toList(),
        impact.examples().stream().map(ExampleFacts::from).toList());
  }

  /**
   * Decisions and what they come to.
   *
   * @param decisions how many
   * @param charges their charges, NZD
   * @param credits their credits, g/km
   */
  @Serdeable
  @Schema(name = "ImpactSums")
  public record SumFacts(int decisions, BeforeAfter charges, BeforeAfter credits) {

    static SumFacts from(Impact.Sums sums) {
      return new SumFacts(
          sums.decisions(),
          new BeforeAfter(sums.chargesBefore().toString(), sums.chargesAfter().toString()),
          new BeforeAfter(sums.creditsBefore().toString(), sums.creditsAfter().toString()));
    }
  }

  /** An amount before and after, as a decimal text. */
  @Serdeable
  @Schema(name = "BeforeAfter")
  public record BeforeAfter(String before, String after) {}

  /** The decisions about vehicles of one condition in accounts of one scheme. */
  @Serdeable
  @Schema(name = "ImpactShare")
  public record ShareFacts(VehicleCondition condition, Scheme scheme, SumFacts sums) {}

  /** A change of what becomes of vehicles. */
  @Serdeable
  @Schema(name = "ImpactTransition")
  public record TransitionFacts(String from, String to, int decisions) {}

  /**
   * A decision that would have another outcome.
   *
   * @param decision its id in the log
   */
  @Serdeable
  @Schema(name = "ImpactExample")
  public record ExampleFacts(
      String decision,
      String outcomeBefore,
      String outcomeAfter,
      BeforeAfter charge,
      BeforeAfter credits) {

    static ExampleFacts from(Impact.Example example) {
      return new ExampleFacts(
          example.id().value(),
          example.before().name(),
          example.after().name(),
          new BeforeAfter(example.chargeBefore().toString(), example.chargeAfter().toString()),
          new BeforeAfter(example.creditsBefore().toString(), example.creditsAfter().toString()));
    }
  }
}
