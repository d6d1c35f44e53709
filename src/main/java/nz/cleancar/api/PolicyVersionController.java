package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Optional;
import nz.cleancar.message.VersionMessage;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyZip;
import nz.cleancar.policy.Shade;
import nz.cleancar.policy.WorkbookMarker;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;
import nz.cleancar.scenario.Selection;

/** Versions of the policy over HTTP: what there is, and what was found in it. */
@Controller("/policy")
@Secured({"policy-staff", "rule-engineer"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Policy")
@ExecuteOn(PolicyAnswers.WORKERS)
final class PolicyVersionController {

  private static final int MOST_LISTED = 1_000;
  private static final MediaType WORKBOOK = MediaType.of(HandedFiles.WORKBOOK);
  private static final MediaType ZIP = MediaType.of(HandedFiles.ZIP);

  private final Versions versions;
  private final FreshCheck checks;
  private final ScenarioRuns runs;
  private final Policies policies;
  private final WorkbookMarker marker;
  private final PolicyAnswers policy;
  private final Answers answers;

  PolicyVersionController(
      Versions versions,
      FreshCheck checks,
      ScenarioRuns runs,
      Policies policies,
      WorkbookMarker marker,
      PolicyAnswers policy,
      Answers answers) {
    this.versions = versions;
    this.checks = checks;
    this.runs = runs;
    this.policies = policies;
    this.marker = marker;
    this.policy = policy;
    this.answers = answers;
  }

  /** The versions handed in last, newest first. */
  @Operation(summary = "The versions of the policy, newest first")
  @ApiResponse(
      responseCode = "200",
      description = "The versions",
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = VersionMessage.class))))
  @Get("/versions")
  HttpResponse<byte[]> all() {
    return answers.okWith(versions.all(MOST_LISTED).stream().map(VersionMessage::from).toList());
  }

  /** One version. */
  @Operation(
      summary = "Read a version",
      description = "A version is named by its digest, by 8 or more of its digits, or as `live`.")
  @AnswersVersion
  @Get("/versions/{name}")
  HttpResponse<byte[]> one(HttpRequest<?> http, String name) {
    return policy.with(http, name, version -> answers.okWith(VersionMessage.from(version)));
  }

  /** What happened to a version, in order. */
  @Operation(summary = "What happened to a version, in order")
  @ApiResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = "application/json",
              array =
                  @ArraySchema(schema = @Schema(implementation = VersionMessage.EventFacts.class))))
  @Get("/versions/{name}/events")
  HttpResponse<byte[]> events(HttpRequest<?> http, String name) {
    return policy.with(
        http,
        name,
        version ->
            answers.okWith(
                versions.events(version.id()).stream()
                    .map(VersionMessage.EventFacts::from)
                    .toList()));
  }

  /** The publications, newest first. */
  @Operation(summary = "Which version was live since when, newest first")
  @ApiResponse(
      responseCode = "200",
      description = "The publications",
      content =
          @Content(
              mediaType = "application/json",
              array =
                  @ArraySchema(
                      schema = @Schema(implementation = VersionMessage.PublicationFacts.class))))
  @Get("/publications")
  HttpResponse<byte[]> publications() {
    return answers.okWith(
        versions.publications(MOST_LISTED).stream()
            .map(VersionMessage.PublicationFacts::from)
            .toList());
  }

  /** All files of a version. */
  @Operation(summary = "Download a version as a zip file")
  @ApiResponse(
      responseCode = "200",
      description = "The zip file",
      content = @Content(mediaType = "application/zip"))
  @Get("/versions/{name}/zip")
  HttpResponse<byte[]> zip(HttpRequest<?> http, String name) {
    return policy.with(
        http,
        name,
        version ->
            answers.file(
                "policy.zip", ZIP, PolicyZip.zip(versions.sources(version.id()).orElseThrow())));
  }

  /** One file of a version. */
  @Operation(
      summary = "Download a file of a version",
      description =
          "A workbook, a rule set or the vocabulary. With `marked=true` a workbook comes back with"
              + " its findings: as notes and colours on the cells, and on a sheet Problems; and with"
              + " what the version's scenarios met, missed and touched.")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(mediaType = "application/octet-stream"))
  @Get("/versions/{name}/{folder:rules|decision-tables|scenarios}/{file}")
  HttpResponse<byte[]> file(
      HttpRequest<?> http,
      String name,
      String folder,
      String file,
      @QueryValue(defaultValue = "false") boolean marked) {
    return policy.with(
        http,
        name,
        version ->
            Optional.ofNullable(
                    versions.sources(version.id()).orElseThrow().files().get(folder + "/" + file))
                .<HttpResponse<byte[]>>map(
                    content ->
                        answers.file(
                            file,
                            type(file),
                            marked ? marked(version, folder, file, content) : content))
                .orElseGet(
                    () ->
                        answers.problem(
                            ProblemType.NOT_FOUND, "The version has no such file.", http)));
  }

  private byte[] marked(Version version, String folder, String file, byte[] content) {
    if (!file.endsWith(".xlsx")) {
      return content;
    }
    var findings = new ArrayList<>(checks.findings(version));
    var shades = new ArrayList<Shade>();
    if (findings.stream().noneMatch(Finding::isError)) {
      var ran = runs.run(version, policies.version(version.id()).orElseThrow(), Selection.ALL);
      findings.addAll(ran.findings());
      shades.addAll(ran.shades());
    }
    String name = folder.equals("scenarios") ? folder + "/" + file : file;
    return marker.mark(name, content, findings, shades);
  }

  private static MediaType type(String file) {
    return file.endsWith(".xlsx") ? WORKBOOK : MediaType.TEXT_PLAIN_TYPE;
  }
}
