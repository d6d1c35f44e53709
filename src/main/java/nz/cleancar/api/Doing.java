package nz.cleancar.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.Unruled;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.JsonBytes;
import nz.cleancar.message.Read;
import nz.cleancar.security.Person;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.Repeats;
import nz.cleancar.work.Repeats.Answered;

/**
 * Does what a request asks for, all or nothing, and once where it has an idempotency key; what is
 * refused is answered as a problem with its reasons.
 */
@Singleton
final class Doing {

  private static final String REPLAYED = "Idempotency-Replayed";

  private final AllOrNothing work;
  private final Repeats repeats;
  private final Answers answers;
  private final JsonBytes json;

  Doing(AllOrNothing work, Repeats repeats, Answers answers, JsonBytes json) {
    this.work = work;
    this.repeats = repeats;
    this.answers = answers;
    this.json = json;
  }

  /**
   * What was done, as it is told: a status, the address of what was made (empty where nothing was),
   * and what becomes the JSON of the body.
   */
  record Told(HttpStatus status, String location, Object body) {

    /** 200 with the body. */
    static Told ok(Object body) {
      return new Told(HttpStatus.OK, "", body);
    }

    /** 201 with the body, which is at the address. */
    static Told created(String location, Object body) {
      return new Told(HttpStatus.CREATED, location, body);
    }
  }

  /** Does what the body asks for. */
  <R, T> HttpResponse<byte[]> change(
      HttpRequest<?> http,
      Person person,
      byte[] body,
      Read<R> read,
      Function<R, Attempt<T>> change,
      Function<T, Told> told) {
    return switch (read) {
      case Read.Broken<R>(String detail) ->
          answers.problem(ProblemType.MALFORMED_JSON, detail, http);
      case Read.Faulty<R>(List<InputFault> faults) ->
          answers.problem(ProblemType.INVALID_REQUEST, faults, http);
      case Read.Good<R>(R request) -> change(http, person, body, () -> change.apply(request), told);
    };
  }

  /** Does it in one piece of work, and keeps the answer with it where the request has a key. */
  <T> HttpResponse<byte[]> change(
      HttpRequest<?> http,
      Person person,
      byte[] body,
      Supplier<Attempt<T>> change,
      Function<T, Told> told) {
    return switch (IdempotencyKey.of(http, digested(http, body))) {
      case IdempotencyKey.Malformed _ ->
          answers.problem(ProblemType.BAD_REQUEST, IdempotencyKey.EXPECTED, http);
      case IdempotencyKey.Taken(Idempotency.None _) ->
          answer(http, work.attempt(change), done -> response(told.apply(done)));
      case IdempotencyKey.Taken(Idempotency.Key key) -> once(http, person, key, change, told);
    };
  }

  /** Answers with what was found, in no work of its own. */
  <T> HttpResponse<byte[]> read(
      HttpRequest<?> http, Supplier<Attempt<T>> found, Function<T, HttpResponse<byte[]>> answer) {
    return answer(http, found.get(), answer);
  }

  private <T> HttpResponse<byte[]> once(
      HttpRequest<?> http,
      Person person,
      Idempotency.Key key,
      Supplier<Attempt<T>> change,
      Function<T, Told> told) {
    String name = person.name().text();
    return answer(
        http,
        work.attempt(
            () -> {
              Optional<Answered> first = repeats.first(name, key.key());
              return first.isPresent()
                  ? Attempt.done(repeated(http, key, first.get()))
                  : change.get().map(done -> kept(name, key, told.apply(done)));
            }),
        response -> response);
  }

  private HttpResponse<byte[]> kept(String person, Idempotency.Key key, Told told) {
    byte[] body = json.of(told.body());
    repeats.keep(
        person,
        key.key(),
        new Answered(
            key.requestDigest(),
            told.status().getCode(),
            told.location(),
            new String(body, StandardCharsets.UTF_8)));
    return response(told.status().getCode(), told.location(), body);
  }

  private HttpResponse<byte[]> repeated(HttpRequest<?> http, Idempotency.Key key, Answered first) {
    return first.requestDigest().equals(key.requestDigest())
        ? response(first.status(), first.location(), first.body().getBytes(StandardCharsets.UTF_8))
            .header(REPLAYED, "true")
        : answers.problem(
            ProblemType.IDEMPOTENCY_KEY_REUSED,
            "This key came before with another request; nothing was done.",
            http);
  }

  private <T> HttpResponse<byte[]> answer(
      HttpRequest<?> http, Attempt<T> attempt, Function<T, HttpResponse<byte[]>> answer) {
    return switch (attempt) {
      case Attempt.Done<T>(T done) -> answer.apply(done);
      case Attempt.Refused<T>(List<Refusal> why) -> refused(http, why);
    };
  }

  /** The problem that tells why something is not done. */
  HttpResponse<byte[]> refused(HttpRequest<?> http, List<Refusal> why) {
    ProblemType type =
        switch (why.getFirst().kind()) {
          case UNKNOWN -> ProblemType.NO_SUCH_THING;
          case FORBIDDEN -> ProblemType.NOT_ALLOWED;
          case INVALID -> ProblemType.INVALID_REQUEST;
          case REFUSED -> ProblemType.CANNOT_BE_DONE;
        };
    return answers.problem(Problem.of(type, why, Answers.instance(http)));
  }

  /** The problem that the policy lacks what it would need. */
  HttpResponse<byte[]> unruled(HttpRequest<?> http, Unruled lacking) {
    List<Refusal> why =
        lacking.reasons().stream()
            .map(reason -> Refusal.refused(reason.code(), reason.says()))
            .toList();
    return answers.problem(Problem.of(ProblemType.UNDECIDED, why, Answers.instance(http)));
  }

  private HttpResponse<byte[]> response(Told told) {
    return response(told.status().getCode(), told.location(), json.of(told.body()));
  }

  private static MutableHttpResponse<byte[]> response(int status, String location, byte[] body) {
    MutableHttpResponse<byte[]> response =
        HttpResponse.<byte[]>status(HttpStatus.valueOf(status))
            .body(body)
            .contentType(MediaType.APPLICATION_JSON_TYPE);
    return location.isEmpty()
        ? response
        : response.header(HttpHeaders.LOCATION, URI.create(location).toString());
  }

  /** A key is for a method and path too, not for a body alone. */
  private static byte[] digested(HttpRequest<?> http, byte[] body) {
    byte[] head =
        (http.getMethodName() + " " + http.getUri() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
