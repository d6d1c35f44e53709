package nz.cleancar.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.Outcome;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Expectation.TableRow;

/**
 * What a policy answers a question about any topic.
 *
 * @param outcome what it says; see {@link Expectation.Outcome}
 * @param reasonCodes the codes of its grounds, or of what it lacks
 * @param run the run that led there
 */
public record Answer(String outcome, List<String> reasonCodes, Run run) {

  /** The outcome of an answer that lacks something. */
  public static final String UNDECIDED = "UNDECIDED";

  /** The outcome of an answer that the standard does not apply to the vehicle. */
  public static final String NOT_SUBJECT = "NOT_SUBJECT";

  /** The outcome of an answer that lacks nothing, about any topic but a vehicle. */
  public static final String DECIDED = "DECIDED";

  public Answer {
    reasonCodes = List.copyOf(reasonCodes);
  }

  /** What a run over the facts comes to; of a vehicle, what production would decide. */
  public static Answer of(Facts facts, Run run) {
    if (facts.topic().equals(DecisionMaker.TOPIC)) {
      var outcome = DecisionMaker.outcome(run);
      return new Answer(
          outcome.name(), outcome.reasons().stream().map(reason -> reason.code()).toList(), run);
    }
    return new Answer(
        run.faults().isEmpty() ? DECIDED : UNDECIDED,
        Stream.concat(
                run.faults().stream().map(fault -> fault.code()),
                run.reasons().stream().map(reason -> reason.code()))
            .toList(),
        run);
  }

  /** What an answer about the topic may say. */
  public static List<String> outcomes(String topic) {
    return topic.equals(DecisionMaker.TOPIC)
        ? Stream.concat(
                Arrays.stream(Outcome.Acceptance.values()).map(Enum::name),
                Stream.of(NOT_SUBJECT, UNDECIDED))
            .toList()
        : List.of(DECIDED, UNDECIDED);
  }

  /** What is concluded of the name; nothing where the answer is undecided. */
  Optional<Value> value(String name) {
    return outcome.equals(UNDECIDED) ? Optional.empty() : run.value(name);
  }

  /** The rows that it rests on, in the order of reasoning. */
  public List<TableRow> rows() {
    return run.firings().stream()
        .filter(Firing.RowFired.class::isInstance)
        .map(Firing.RowFired.class::cast)
        .map(fired -> new TableRow(fired.table().id(), fired.row().number()))
        .toList();
  }
}
