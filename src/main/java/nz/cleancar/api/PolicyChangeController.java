package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import nz.cleancar.message.PolicyRequests;
import nz.cleancar.message.PolicyRequests.ApprovalRequest;
import nz.cleancar.message.PolicyRequests.PublicationRequest;
import nz.cleancar.message.PolicyRequests.Reasoned;
import nz.cleancar.message.VersionMessage;
import nz.cleancar.publishing.Move;
import nz.cleancar.publishing.Submission;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Changes the policy over HTTP: from a workbook handed in to a version that is live. */
@Controller("/policy")
@Secured({"policy-staff", "rule-engineer"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Policy")
final class PolicyChangeController {

  private final Versions versions;
  private final PolicyAnswers policy;
  private final Answers answers;
  private final Scheduler workers;

  PolicyChangeController(
      Versions versions,
      PolicyAnswers policy,
      Answers answers,
      @Named(PolicyAnswers.WORKERS) ExecutorService workers) {
    this.versions = versions;
    this.policy = policy;
    this.answers = answers;
    this.workers = Schedulers.fromExecutorService(workers);
  }

  /** Makes a draft of the live policy, or of another base, with the files put in. */
  @Operation(
      summary = "Hand in files as a draft",
      description =
          "One file, which `file` names (`charge-rates.xlsx`, `rules/acceptance.drl`), or a zip file"
              + " of several by their paths. They take the place of the base's files; the base is"
              + " the live version unless another is named. The draft is checked at once.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = HandedFiles.WORKBOOK),
        @Content(mediaType = HandedFiles.ZIP),
        @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM)
      })
  @ApiResponse(
      responseCode = "201",
      description = "The draft, and everything that was found in it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CheckedVersion.class)))
  @ApiResponse(
      responseCode = "200",
      description = "A version that was handed in before",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionMessage.class)))
  @Post("/versions")
  @Consumes({HandedFiles.WORKBOOK, HandedFiles.ZIP, MediaType.APPLICATION_OCTET_STREAM})
  Mono<HttpResponse<byte[]>> handIn(
      HttpRequest<?> http,
      Authentication signedIn,
      @Nullable @Body Publisher<byte[]> body,
      @Nullable @QueryValue String reason,
      @Nullable @QueryValue String file,
      @Nullable @QueryValue String base,
      @Nullable @QueryValue List<String> remove) {
    return HandedFiles.collect(body)
        .publishOn(workers)
        .map(
            bytes ->
                switch (HandedFiles.of(
                    bytes.toByteArray(), http.getContentType(), Optional.ofNullable(file))) {
                  case HandedFiles.TooLarge _ ->
                      answers.problem(ProblemType.TOO_LARGE, ProblemType.TOO_LARGE.meaning(), http);
                  case HandedFiles.Faulty(var fault) ->
                      answers.problem(ProblemType.INVALID_REQUEST, List.of(fault), http);
                  case HandedFiles.Files(var files) ->
                      handIn(
                          http,
                          signedIn,
                          Optional.ofNullable(base),
                          new Submission(
                              reason == null ? "" : reason,
                              files,
                              remove == null ? Set.of() : Set.copyOf(remove)));
                });
  }

  private HttpResponse<byte[]> handIn(
      HttpRequest<?> http, Authentication signedIn, Optional<String> base, Submission submission) {
    var author = TokenPeople.person(signedIn);
    return base.<HttpResponse<byte[]>>map(
            name ->
                policy.with(
                    http,
                    name,
                    version ->
                        policy.handedIn(http, versions.handIn(author, version.id(), submission))))
        .orElseGet(() -> policy.handedIn(http, versions.handIn(author, submission)));
  }

  /** Puts a version to the gate's checks again. */
  @Operation(
      summary = "Check a version again",
      description =
          "Reads, analyses, compiles and tries it, and compares it with the live"
              + " version. Handing in does this by itself; another live version makes it due again.")
  @ApiResponse(
      responseCode = "200",
      description = "The version, and everything that was found in it",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CheckedVersion.class)))
  @Post("/versions/{name}/check")
  @ExecuteOn(PolicyAnswers.WORKERS)
  HttpResponse<byte[]> check(HttpRequest<?> http, String name) {
    return policy.with(http, name, version -> policy.checked(http, versions.check(version.id())));
  }

  /** Says, as a second person, that a version may go live. */
  @Operation(
      summary = "Approve a version",
      description =
          "Somebody who did not hand it in says that it may go live, and names the digest of the"
              + " reports that they read. It holds as long as the same version is live.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ApprovalRequest.class)))
  @AnswersVersion
  @Post("/versions/{name}/approval")
  @ExecuteOn(PolicyAnswers.WORKERS)
  HttpResponse<byte[]> approve(
      HttpRequest<?> http, Authentication signedIn, String name, @Body byte[] body) {
    return policy.to(
        http,
        PolicyRequests.approval(body),
        request ->
            policy.moved(
                http,
                name,
                version ->
                    versions.approve(
                        TokenPeople.person(signedIn),
                        version.id(),
                        request.digest(),
                        request.reason())));
  }

  /** Makes a version live, now or at a time. */
  @Operation(
      summary = "Publish a version, now or at a time",
      description =
          "An approved version, or one that was live before, which needs no new approval. A time"
              + " without an offset is New Zealand's.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PublicationRequest.class)))
  @AnswersVersion
  @Post("/versions/{name}/publication")
  @ExecuteOn(PolicyAnswers.WORKERS)
  HttpResponse<byte[]> publish(
      HttpRequest<?> http, Authentication signedIn, String name, @Body byte[] body) {
    return policy.to(
        http,
        PolicyRequests.publication(body),
        request -> policy.moved(http, name, version -> publish(signedIn, version, request)));
  }

  private Move publish(Authentication signedIn, Version version, PublicationRequest request) {
    var publisher = TokenPeople.person(signedIn);
    return request
        .time()
        .map(at -> versions.schedule(publisher, version.id(), at, request.reason()))
        .orElseGet(() -> versions.publish(publisher, version.id(), request.reason()));
  }

  /** Takes back the time that a version was given. */
  @Operation(summary = "Take back the time that a version was given")
  @AnswersVersion
  @Delete("/versions/{name}/publication")
  @ExecuteOn(PolicyAnswers.WORKERS)
  HttpResponse<byte[]> withdraw(
      HttpRequest<?> http,
      Authentication signedIn,
      String name,
      @Nullable @QueryValue String reason) {
    return policy.moved(
        http,
        name,
        version ->
            versions.withdraw(
                TokenPeople.person(signedIn), version.id(), reason == null ? "" : reason));
  }

  /** Makes the version live again that was live before this one. */
  @Operation(summary = "Roll back to the version that was live before")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Reasoned.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The version that is live again",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionMessage.class)))
  @Post("/rollback")
  @ExecuteOn(PolicyAnswers.WORKERS)
  HttpResponse<byte[]> rollBack(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    return policy.to(
        http,
        PolicyRequests.reasoned(body),
        request ->
            policy.moved(http, versions.rollBack(TokenPeople.person(signedIn), request.reason())));
  }
}
