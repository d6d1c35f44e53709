package nz.cleancar.message;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;

/**
 * What the policy answers about a topic.
 *
 * @param topic the topic
 * @param policyVersion the policy that answered
 * @param decided whether it has an answer; where it has none, the reasons say what is missing
 * @param conclusions what it concluded, by the vocabulary's names, as people write it
 * @param reasons the grounds that it gave, or what is missing
 * @param explanation why, in the order of reasoning
 */
@Serdeable
@Schema(name = "TopicAnswer")
public record TopicResponse(
    @Schema(example = "credit-transfer") String topic,
    String policyVersion,
    boolean decided,
    Map<String, String> conclusions,
    List<Ground> reasons,
    List<Step> explanation) {

  /** What a run over some facts came to. */
  public static TopicResponse from(Run run, Facts asked, PolicyVersion version) {
    var conclusions = new TreeMap<String, String>();
    run.values()
        .forEach(
            (name, value) -> {
              if (!asked.values().containsKey(name)) {
                conclusions.put(name, value.text());
              }
            });
    var reasons = new ArrayList<Ground>();
    run.faults().forEach(fault -> reasons.add(new Ground(fault.code(), fault.says())));
    run.reasons().forEach(reason -> reasons.add(new Ground(reason.code(), reason.says())));
    return new TopicResponse(
        asked.topic(),
        version.name(),
        run.faults().isEmpty(),
        conclusions,
        reasons,
        run.firings().stream().map(TopicResponse::step).toList());
  }

  private static Step step(Firing firing) {
    return switch (firing) {
      case Firing.RowFired(String says, PolicyTable table, Row row) ->
          new Step(says, table.id(), table.workbook() + ", " + table.sheet() + " " + row.cells());
      case Firing.OtherwiseFired(String says, PolicyTable table) ->
          new Step(says, table.id(), table.workbook());
      case Firing.RuleFired(String says, String ruleSet, String rule) ->
          new Step(says, ruleSet + ": " + rule, ruleSet + ".drl");
    };
  }

  /** A ground: its stable code and the sentence that says it. */
  @Serdeable
  @Schema(name = "TopicGround")
  public record Ground(String code, String says) {}

  /** A step of the reasoning: its sentence, the table or rule that it comes from, and where. */
  @Serdeable
  @Schema(name = "TopicStep")
  public record Step(String says, String rule, String place) {}
}
