package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import nz.cleancar.message.FindingMessage;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.Read;
import nz.cleancar.message.VersionMessage;
import nz.cleancar.policy.Finding;
import nz.cleancar.publishing.Checking;
import nz.cleancar.publishing.HandingIn;
import nz.cleancar.publishing.Move;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.publishing.Version;

/** What became of a version, over HTTP. */
@Singleton
final class PolicyAnswers {

  /** The few threads that check and compare, so that decisions never wait for all of them. */
  static final String WORKERS = "policy";

  private final Answers answers;
  private final VersionNames names;

  PolicyAnswers(Answers answers, VersionNames names) {
    this.answers = answers;
    this.names = names;
  }

  /** The answer for the version of the name, if there is one. */
  HttpResponse<byte[]> with(
      HttpRequest<?> http, String name, Function<Version, HttpResponse<byte[]>> answer) {
    return names
        .find(name)
        .map(answer)
        .orElseGet(
            () ->
                answers.problem(
                    ProblemType.NO_SUCH_VERSION, ProblemType.NO_SUCH_VERSION.meaning(), http));
  }

  /** The answer for a request without a fault. */
  <T> HttpResponse<byte[]> to(
      HttpRequest<?> http, Read<T> request, Function<T, HttpResponse<byte[]>> answer) {
    return switch (request) {
      case Read.Broken<T>(String detail) ->
          answers.problem(ProblemType.MALFORMED_JSON, detail, http);
      case Read.Faulty<T>(List<InputFault> faults) ->
          answers.problem(ProblemType.INVALID_REQUEST, faults, http);
      case Read.Good<T>(T good) -> answer.apply(good);
    };
  }

  /** The answer for what became of the version of the name. */
  HttpResponse<byte[]> moved(HttpRequest<?> http, String name, Function<Version, Move> move) {
    return with(http, name, version -> moved(http, move.apply(version)));
  }

  HttpResponse<byte[]> handedIn(HttpRequest<?> http, HandingIn handingIn) {
    return switch (handingIn) {
      case HandingIn.Drafted(Version version, List<Finding> findings) ->
          answers.createdWith(
              CheckedVersion.from(version, findings),
              URI.create("/policy/versions/" + version.id()));
      case HandingIn.Known(Version version) -> answers.okWith(VersionMessage.from(version));
      case HandingIn.Unchanged(var base) ->
          answers.problem(
              ProblemType.INVALID_REQUEST,
              "The files are what they are in " + base + " already; nothing was handed in.",
              http);
      case HandingIn.Refused(List<HandingIn.Fault> faults) ->
          answers.problem(
              ProblemType.INVALID_REQUEST,
              faults.stream().map(fault -> new InputFault(fault.pointer(), fault.says())).toList(),
              http);
      case HandingIn.NotAllowed(String says) ->
          answers.problem(ProblemType.NOT_ALLOWED, says, http);
    };
  }

  HttpResponse<byte[]> checked(HttpRequest<?> http, Checking checking) {
    return switch (checking) {
      case Checking.Done(Version version, List<Finding> findings) ->
          answers.okWith(CheckedVersion.from(version, findings));
      case Checking.NotDone(Move.Refused refused) -> refused(http, refused);
    };
  }

  HttpResponse<byte[]> moved(HttpRequest<?> http, Move move) {
    return switch (move) {
      case Move.Made(Version version) -> answers.okWith(VersionMessage.from(version));
      case Move.Refused refused -> refused(http, refused);
    };
  }

  /** The answer for a version that cannot be asked, as it does not compile. */
  HttpResponse<byte[]> doesNotCompile(HttpRequest<?> http, PolicyRefused refused) {
    return answers.problem(
        Problem.of(
                ProblemType.POLICY_NOT_AT_HAND,
                "One of the versions cannot be read or compiled, so there is nothing to compare.",
                Answers.instance(http))
            .because(refused.findings().stream().map(FindingMessage::from).toList()));
  }

  private HttpResponse<byte[]> refused(HttpRequest<?> http, Move.Refused refused) {
    Problem problem =
        switch (refused.why()) {
          case REASON -> fault("/reason", refused, http);
          case TIME -> fault("/at", refused, http);
          case NOT_ALLOWED -> problem(ProblemType.NOT_ALLOWED, refused, http);
          case UNKNOWN_VERSION -> problem(ProblemType.NO_SUCH_VERSION, refused, http);
          case WRONG_STAGE -> problem(ProblemType.WRONG_STAGE, refused, http);
          case OTHER_REPORTS -> problem(ProblemType.OTHER_REPORTS, refused, http);
          case LIVE_CHANGED -> problem(ProblemType.LIVE_CHANGED, refused, http);
          case OWN_WORK -> problem(ProblemType.OWN_WORK, refused, http);
          case GATE -> problem(ProblemType.GATE_CLOSED, refused, http);
          case SCHEDULE_PENDING -> problem(ProblemType.SCHEDULE_PENDING, refused, http);
          case NOTHING_BEFORE -> problem(ProblemType.NOTHING_BEFORE, refused, http);
          case OVERTAKEN -> problem(ProblemType.OVERTAKEN, refused, http);
        };
    return answers.problem(problem);
  }

  private static Problem problem(ProblemType type, Move.Refused refused, HttpRequest<?> http) {
    var problem = Problem.of(type, refused.says(), Answers.instance(http));
    return refused.findings().isEmpty()
        ? problem
        : problem.because(refused.findings().stream().map(FindingMessage::from).toList());
  }

  private static Problem fault(String pointer, Move.Refused refused, HttpRequest<?> http) {
    return Problem.of(
        ProblemType.INVALID_REQUEST,
        List.of(new InputFault(pointer, refused.says())),
        Answers.instance(http));
  }
}
