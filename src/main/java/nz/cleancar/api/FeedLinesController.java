package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import nz.cleancar.message.FeedRequests;
import nz.cleancar.message.Read;
import nz.cleancar.security.Person;
import nz.cleancar.vehicle.FeedMessage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The feeds a line each way for each message, at the paths of {@link FeedController}, which
 * documents them. Answers while it is sent, a group after the other, and reads no faster.
 */
@Controller("/feeds")
@Secured({"feed"})
@Hidden
@Consumes(FeedLinesController.NDJSON)
@Produces(FeedLinesController.NDJSON)
final class FeedLinesController {

  static final String NDJSON = "application/x-ndjson";

  private final FeedLines feedLines;
  private final FeedRequests requests;
  private final BatchLimits limits;
  private final Scheduler blocking;

  FeedLinesController(
      FeedLines feedLines,
      FeedRequests requests,
      BatchLimits limits,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.feedLines = feedLines;
    this.requests = requests;
    this.limits = limits;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Post("/miami/model-codes")
  HttpResponse<?> modelCodes(
      HttpRequest<?> http, Authentication signedIn, @Nullable @Body Publisher<byte[]> body) {
    return taken(http, signedIn, body, requests::modelCode);
  }

  @Post("/miami/vins")
  HttpResponse<?> vins(
      HttpRequest<?> http, Authentication signedIn, @Nullable @Body Publisher<byte[]> body) {
    return taken(http, signedIn, body, requests::vin);
  }

  @Post("/fuelsaver")
  @Secured({"feed", "certifier"})
  HttpResponse<?> fuelsaver(
      HttpRequest<?> http, Authentication signedIn, @Nullable @Body Publisher<byte[]> body) {
    return taken(http, signedIn, body, requests::account);
  }

  @Post("/register")
  HttpResponse<?> register(
      HttpRequest<?> http, Authentication signedIn, @Nullable @Body Publisher<byte[]> body) {
    return taken(http, signedIn, body, requests::registered);
  }

  @Post("/entry-certifications")
  @Secured({"feed", "certifier"})
  HttpResponse<?> entryCertifications(
      HttpRequest<?> http, Authentication signedIn, @Nullable @Body Publisher<byte[]> body) {
    return taken(http, signedIn, body, requests::entryCertification);
  }

  @Post("/pre-delivery-inspections")
  HttpResponse<?> preDeliveryInspections(
      HttpRequest<?> http, Authentication signedIn, @Nullable @Body Publisher<byte[]> body) {
    return taken(http, signedIn, body, requests::preDeliveryInspection);
  }

  private HttpResponse<?> taken(
      HttpRequest<?> http,
      Authentication signedIn,
      @Nullable Publisher<byte[]> body,
      BiFunction<Person, byte[], Read<FeedMessage>> reading) {
    Person sender = TokenPeople.person(signedIn);
    Flux<byte[]> bytes = body == null ? Flux.empty() : Flux.from(body);
    return HttpResponse.ok(
            answer(bytes, line -> reading.apply(sender, line), Answers.instance(http)))
        .contentType(NDJSON);
  }

  private Flux<byte[]> answer(
      Flux<byte[]> body, Function<byte[], Read<FeedMessage>> reading, String instance) {
    var lines = new LineCutter(limits.lineBytes());
    return body.concatMapIterable(piece -> grouped(lines.cut(piece)), 1)
        .concatWith(Flux.defer(() -> Flux.fromStream(lines.end().map(List::of).stream())))
        .concatMap(
            group ->
                Mono.fromCallable(() -> feedLines.take(group, reading, instance))
                    .subscribeOn(blocking),
            1)
        // Many clients read nothing before all is sent; this is how far they come.
        .publishOn(Schedulers.immediate(), limits.groupsUnread());
  }

  private List<List<Line>> grouped(List<Line> lines) {
    var grouped = new ArrayList<List<Line>>();
    for (int start = 0; start < lines.size(); start += limits.groupLines()) {
      int end = Math.min(lines.size(), start + limits.groupLines());
      grouped.add(lines.subList(start, end));
    }
    return grouped;
  }
}
