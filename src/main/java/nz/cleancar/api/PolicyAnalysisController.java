package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.function.BiFunction;
import nz.cleancar.impact.Impacts;
import nz.cleancar.message.ComparisonMessage;
import nz.cleancar.message.FindingMessage;
import nz.cleancar.message.ImpactMessage;
import nz.cleancar.message.PolicyReports;
import nz.cleancar.message.ReportMessage;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Policies;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.publishing.Version;
import nz.cleancar.publishing.Versions;

/** What a version leaves open and what it changes, over HTTP. */
@Controller("/policy/versions/{name}")
@Secured({"policy-staff", "rule-engineer"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Policy")
@ExecuteOn(PolicyAnswers.WORKERS)
final class PolicyAnalysisController {

  private final Versions versions;
  private final Policies policies;
  private final FreshCheck checks;
  private final PolicyReports reports;
  private final Impacts impacts;
  private final PolicyAnswers policy;
  private final Answers answers;

  PolicyAnalysisController(
      Versions versions,
      Policies policies,
      FreshCheck checks,
      PolicyReports reports,
      Impacts impacts,
      PolicyAnswers policy,
      Answers answers) {
    this.versions = versions;
    this.policies = policies;
    this.checks = checks;
    this.reports = reports;
    this.impacts = impacts;
    this.policy = policy;
    this.answers = answers;
  }

  /** The reports of the latest check. */
  @Operation(
      summary = "The reports of the latest check",
      description =
          "What was found, and what the version changed against the one that was live. An approval"
              + " names their digest.")
  @ApiResponse(
      responseCode = "200",
      description = "The reports",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReportMessage.class)))
  @Get("/reports")
  HttpResponse<byte[]> reports(HttpRequest<?> http, String name) {
    return policy.with(
        http,
        name,
        version ->
            version
                .check()
                .flatMap(check -> versions.reports(version.id(), check.reports()))
                .<HttpResponse<byte[]>>map(answers::okWithJson)
                .orElseGet(
                    () ->
                        answers.problem(
                            ProblemType.NOT_FOUND, "The version was not checked yet.", http)));
  }

  /** Everything that is found in the version now. */
  @Operation(
      summary = "Analyse a version",
      description = "Reads, analyses and compiles it anew; nothing is kept of it.")
  @ApiResponse(
      responseCode = "200",
      description = "The findings",
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = FindingMessage.class))))
  @Get("/analysis")
  HttpResponse<byte[]> analysis(HttpRequest<?> http, String name) {
    return policy.with(
        http,
        name,
        version ->
            answers.okWith(checks.findings(version).stream().map(FindingMessage::from).toList()));
  }

  /** What changes from another version to this one: cells, and meaning. */
  @Operation(
      summary = "Compare a version with another",
      description =
          "By cells and by meaning; `with` names the other version, the live one by default.")
  @ApiResponse(
      responseCode = "200",
      description = "Both comparisons",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ComparisonMessage.class)))
  @Get("/comparison")
  HttpResponse<byte[]> comparison(
      HttpRequest<?> http, String name, @QueryValue(defaultValue = "live") String with) {
    return withBoth(
        http, name, with, (other, mine) -> answers.okWith(reports.compare(other, mine)));
  }

  /** What the version would change in decisions that were made. */
  @Operation(
      summary = "What a version would change in decisions that were made",
      description =
          "The latest decisions of the log are decided again under both versions; nothing is logged."
              + " `with` names the other version, the live one by default.")
  @ApiResponse(
      responseCode = "200",
      description = "The impact",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ImpactMessage.class)))
  @Get("/impact")
  HttpResponse<byte[]> impact(
      HttpRequest<?> http, String name, @QueryValue(defaultValue = "live") String with) {
    return withBoth(
        http,
        name,
        with,
        (live, other) -> answers.okWith(ImpactMessage.from(impacts.of(live, other))));
  }

  private HttpResponse<byte[]> withBoth(
      HttpRequest<?> http,
      String name,
      String with,
      BiFunction<CompiledPolicy, CompiledPolicy, HttpResponse<byte[]>> answer) {
    return policy.with(
        http,
        name,
        version ->
            policy.with(
                http,
                with,
                other -> {
                  try {
                    return answer.apply(compiled(other), compiled(version));
                  } catch (PolicyRefused e) {
                    return policy.doesNotCompile(http, e);
                  }
                }));
  }

  private CompiledPolicy compiled(Version version) {
    return policies.version(version.id()).orElseThrow();
  }
}
