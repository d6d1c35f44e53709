package nz.cleancar.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.message.DecisionJson;
import nz.cleancar.message.DecisionResponse;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.JsonBytes;

/** Answers over HTTP: JSON that is already written, so that nothing can go wrong after it. */
@Singleton
final class Answers {

  private static final MediaType PROBLEM = MediaType.of("application/problem+json");
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String RETRY_AFTER_SECONDS = "1";

  private final JsonBytes json;
  private final DecisionJson decisions;

  Answers(JsonBytes json, DecisionJson decisions) {
    this.json = json;
    this.decisions = decisions;
  }

  /** 200 with the body. */
  MutableHttpResponse<byte[]> okWith(Object body) {
    return ok(json.of(body));
  }

  /** 200 with JSON as it was kept. */
  MutableHttpResponse<byte[]> okWithJson(String written) {
    return ok(written.getBytes(StandardCharsets.UTF_8));
  }

  /** 200 with the decision. */
  MutableHttpResponse<byte[]> ok(DecisionResponse decision) {
    return ok(decisions.of(decision));
  }

  private static MutableHttpResponse<byte[]> ok(byte[] written) {
    return HttpResponse.ok(written).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** 201 with the body, which is at the address. */
  MutableHttpResponse<byte[]> createdWith(Object body, URI address) {
    return HttpResponse.created(json.of(body), address)
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** 200 with a file, for a browser to save under the name. */
  MutableHttpResponse<byte[]> file(String name, MediaType type, byte[] content) {
    return HttpResponse.ok(content)
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                    name.replaceAll("[^A-Za-z0-9._ ()-]", "_"),
                    URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")));
  }

  /** 201 for a decision that was kept now. */
  MutableHttpResponse<byte[]> created(LoggedDecision decision, byte[] written) {
    return HttpResponse.created(written, URI.create("/decisions/" + decision.id()))
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** 201 once more, for a decision that was kept when the same request came first. */
  MutableHttpResponse<byte[]> createdBefore(LoggedDecision first) {
    return created(first, decisions.of(DecisionResponse.from(first))).header(REPLAYED, "true");
  }

  /** A problem of the kind. */
  MutableHttpResponse<byte[]> problem(ProblemType type, String detail, HttpRequest<?> request) {
    return problem(Problem.of(type, detail, instance(request)));
  }

  /** A problem of the kind with the faults of the input. */
  MutableHttpResponse<byte[]> problem(
      ProblemType type, List<InputFault> faults, HttpRequest<?> request) {
    return problem(Problem.of(type, faults, instance(request)));
  }

  /** A problem. */
  MutableHttpResponse<byte[]> problem(Problem problem) {
    MutableHttpResponse<byte[]> response =
        HttpResponse.<byte[]>status(HttpStatus.valueOf(problem.status()))
            .body(json.of(problem))
            .contentType(PROBLEM);
    return problem.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()
        ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        : response;
  }

  /** The path that a problem names as its instance. */
  static String instance(HttpRequest<?> request) {
    return request.getPath();
  }
}
