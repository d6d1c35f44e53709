package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nz.cleancar.decision.LogIsFull;
import nz.cleancar.message.FeedAnswer;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.JsonBytes;
import nz.cleancar.message.Read;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Received;
import nz.cleancar.work.Refusal;

/** Takes in the lines that a feed sends a group at a time, and answers each with a line. */
@Singleton
final class FeedLines {

  private final Feeds feeds;
  private final BatchLimits limits;
  private final JsonBytes json;
  private final Failures failures;

  FeedLines(Feeds feeds, BatchLimits limits, JsonBytes json, Failures failures) {
    this.feeds = feeds;
    this.limits = limits;
    this.json = json;
    this.failures = failures;
  }

  /** The answers to the lines, in their order, each ending with a new line. Never fails. */
  byte[] take(List<Line> lines, Function<byte[], Read<FeedMessage>> reading, String instance) {
    var answers = new LinkedHashMap<Line, Object>();
    var messages = new LinkedHashMap<Line, FeedMessage>();
    for (Line line : lines) {
      switch (line) {
        case Line.Overlong _ -> answers.put(line, overlong(line, instance));
        case Line.Whole(long _, byte[] bytes) -> {
          switch (reading.apply(bytes)) {
            case Read.Broken<FeedMessage>(String detail) ->
                answers.put(
                    line, problem(line, Problem.of(ProblemType.MALFORMED_JSON, detail, instance)));
            case Read.Faulty<FeedMessage>(List<InputFault> faults) ->
                answers.put(
                    line, problem(line, Problem.of(ProblemType.INVALID_REQUEST, faults, instance)));
            case Read.Good<FeedMessage>(FeedMessage message) -> {
              // its place among the answers
              answers.put(line, line);
              messages.put(line, message);
            }
          }
        }
      }
    }
    receive(messages, answers, instance);
    return written(answers);
  }

  private void receive(
      Map<Line, FeedMessage> messages, Map<Line, Object> answers, String instance) {
    if (messages.isEmpty()) {
      return;
    }
    try {
      List<Received> received = feeds.receive(List.copyOf(messages.values()));
      var lines = new ArrayList<>(messages.keySet());
      for (int i = 0; i < lines.size(); i++) {
        answers.put(lines.get(i), answer(lines.get(i), received.get(i), instance));
      }
    } catch (LogIsFull _) {
      var full = Problem.of(ProblemType.LOG_FULL, ProblemType.LOG_FULL.meaning(), instance);
      messages.keySet().forEach(line -> answers.put(line, problem(line, full)));
    } catch (RuntimeException e) {
      Problem failed = failures.problem(e, instance);
      messages.keySet().forEach(line -> answers.put(line, problem(line, failed)));
    }
  }

  private static Object answer(Line line, Received received, String instance) {
    return switch (received) {
      case Received.Kept(FeedMessage message, var place) -> FeedAnswer.kept(message, place);
      case Received.Repeated(FeedMessage message, var place) -> FeedAnswer.repeated(message, place);
      case Received.Conflicting(FeedMessage _, Refusal why) ->
          problem(line, Problem.of(ProblemType.CANNOT_BE_DONE, List.of(why), instance));
    };
  }

  private Object overlong(Line line, String instance) {
    return problem(
        line,
        Problem.of(
            ProblemType.TOO_LARGE,
            "A line has at most " + limits.lineBytes() + " bytes.",
            instance));
  }

  private static BatchGroups.LineProblem problem(Line line, Problem problem) {
    return new BatchGroups.LineProblem(line.number(), problem);
  }

  private byte[] written(Map<Line, Object> answers) {
    var bytes = new ByteArrayOutputStream();
    for (Object answer : answers.values()) {
      bytes.writeBytes(json.of(answer));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
