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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nz.cleancar.message.FindingMessage;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.MutationMessage;
import nz.cleancar.message.ScenarioRunMessage;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policies;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.publishing.Version;
import nz.cleancar.report.HtmlReport;
import nz.cleancar.report.JUnitXml;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Selection;
import nz.cleancar.scenario.Suites;
import nz.cleancar.scenario.Unmet;
import nz.cleancar.scenario.mutation.Mutation;
import nz.cleancar.scenario.mutation.MutationReport;
import nz.cleancar.scenario.mutation.MutationRun;

/** What a version's own scenarios say of it, over HTTP. */
@Controller("/policy/versions/{name}")
@Secured({"policy-staff", "rule-engineer"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Policy")
@ExecuteOn(PolicyAnswers.WORKERS)
final class PolicyScenarioController {

  private static final int MOST_MUTATED = 20_000;

  /** Some tens of seconds of one thread. */
  private static final long MOST_RUNS = 500_000;

  private final Policies policies;
  private final Suites suites;
  private final ScenarioRuns runs;
  private final PolicyAnswers policy;
  private final Answers answers;

  PolicyScenarioController(
      Policies policies, Suites suites, ScenarioRuns runs, PolicyAnswers policy, Answers answers) {
    this.policies = policies;
    this.suites = suites;
    this.runs = runs;
    this.policy = policy;
    this.answers = answers;
  }

  /** Runs the version's suites. */
  @Operation(
      summary = "Run the scenarios of a version",
      description =
          "What failed, with what was expected and found and why the policy answered so; and which"
              + " rows, bounds and rules were never tried. Nothing is kept of it. `suite` and `tag`,"
              + " each as often as you like, choose some.")
  @ApiResponse(
      responseCode = "200",
      description = "The run",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScenarioRunMessage.class)))
  @ApiResponse(
      responseCode = "400",
      description = "A suite or tag that has no scenario",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @Get("/scenarios")
  HttpResponse<byte[]> scenarios(
      HttpRequest<?> http,
      String name,
      @QueryValue(defaultValue = "") List<String> suite,
      @QueryValue(defaultValue = "") List<String> tag) {
    return compiled(
        http,
        name,
        version ->
            compiled -> {
              var ran = runs.run(version, compiled, selection(suite, tag));
              return ran.results().unmet().isEmpty()
                  ? answers.okWith(
                      ScenarioRunMessage.from(
                          version.id(), ran.results(), ran.result().failures(), ran.coverage()))
                  : answers.problem(nothingRun(ran.results(), http));
            });
  }

  /** Runs the version's suites, and shows the run as a page. */
  @Operation(
      summary = "The scenarios of a version as a page",
      description =
          "What failed and why, and each table as a grid of how often its rows answered; one file"
              + " that needs nothing else.")
  @ApiResponse(
      responseCode = "200",
      description = "The page",
      content = @Content(mediaType = "text/html"))
  @Get("/scenarios/report.html")
  HttpResponse<byte[]> page(HttpRequest<?> http, String name) {
    return compiled(
        http,
        name,
        version ->
            compiled -> {
              var ran = runs.run(version, compiled, Selection.ALL);
              var page = new StringWriter();
              new HtmlReport().write(ran.result(), ran.coverage(), List.of(), page);
              return file("scenarios.html", MediaType.TEXT_HTML_TYPE, page);
            });
  }

  /** Runs the version's suites, for build servers. */
  @Operation(summary = "The scenarios of a version as JUnit XML")
  @ApiResponse(
      responseCode = "200",
      description = "JUnit XML, with every scenario",
      content = @Content(mediaType = "application/xml"))
  @Get("/scenarios/junit.xml")
  HttpResponse<byte[]> junit(HttpRequest<?> http, String name) {
    return compiled(
        http,
        name,
        version ->
            compiled -> {
              var text = new StringWriter();
              try (var xml = new JUnitXml(text)) {
                suites
                    .run(
                        compiled,
                        runs.files(version),
                        Selection.ALL,
                        (verdict, _) -> xml.add(verdict))
                    .findings()
                    .forEach(xml::add);
              }
              return file("scenarios.xml", MediaType.APPLICATION_XML_TYPE, text);
            });
  }

  private HttpResponse<byte[]> file(String name, MediaType type, StringWriter text) {
    return answers.file(name, type, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Changes one cell at a time, and tells which change no scenario notices. */
  @Operation(
      summary = "Which mistyped cell would no scenario notice?",
      description =
          "Each cell of each table is changed in the ways that people get wrong, one at a time, and"
              + " the version's scenarios are held against each change. Every scenario must pass.")
  @ApiResponse(
      responseCode = "200",
      description = "The score, and the changes that no scenario notices",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MutationMessage.class)))
  @ApiResponse(responseCode = "409", description = "A scenario fails, or a suite has faults")
  @Get("/mutants")
  HttpResponse<byte[]> mutants(HttpRequest<?> http, String name) {
    return compiled(http, name, version -> compiled -> mutants(http, version, compiled));
  }

  private HttpResponse<byte[]> mutants(
      HttpRequest<?> http, Version version, CompiledPolicy compiled) {
    var scenarios = new ArrayList<Scenario>();
    var findings =
        suites
            .read(
                compiled.policy(),
                runs.files(version),
                Selection.ALL,
                scenario -> {
                  if (scenarios.size() <= MOST_MUTATED) {
                    scenarios.add(scenario);
                  }
                })
            .findings();
    var keepsFrom = keepsFromMutating(findings, scenarios.size());
    if (keepsFrom.isPresent()) {
      return answers.problem(ProblemType.SCENARIOS_FAIL, keepsFrom.get(), http);
    }
    var run =
        new MutationRun(compiled, scenarios, new MutationRun.Options(1, false, true, MOST_RUNS));
    return switch (run.tryAll(MutationRun.Progress.silent())) {
      case Mutation.Tried(MutationReport report) ->
          answers.okWith(MutationMessage.from(version.id(), report));
      case Mutation.Refused refused ->
          answers.problem(ProblemType.SCENARIOS_FAIL, refused.because(), http);
      case Mutation.TooMuch tooMuch ->
          answers.problem(ProblemType.SCENARIOS_FAIL, tooMuch.because(), http);
    };
  }

  private static Optional<String> keepsFromMutating(List<Finding> findings, int scenarios) {
    if (findings.stream().anyMatch(Finding::isError)) {
      return Optional.of("A suite has faults; `/scenarios` tells them.");
    }
    if (scenarios == 0) {
      return Optional.of("The version has no scenario.");
    }
    return scenarios > MOST_MUTATED
        ? Optional.of(
            "Here mutants are tried on at most %,d scenarios; `ccs mutate` chooses among them."
                .formatted(MOST_MUTATED))
        : Optional.empty();
  }

  private static Selection selection(List<String> suites, List<String> tags) {
    return new Selection(given(suites), given(tags));
  }

  /** A problem of what was asked for and is not there; a suite may have too many faults to be. */
  private static Problem nothingRun(Suites.Results results, HttpRequest<?> http) {
    var faults =
        results.unmet().stream()
            .limit(InputFault.MOST)
            .map(unmet -> new InputFault(pointer(unmet.part()), unmet.says()))
            .toList();
    var problem = Problem.of(ProblemType.INVALID_REQUEST, faults, Answers.instance(http));
    return results.findings().isEmpty()
        ? problem
        : problem.because(results.findings().stream().map(FindingMessage::from).toList());
  }

  private static String pointer(Unmet.Part part) {
    return switch (part) {
      case SUITE -> "#query/suite";
      case TAG -> "#query/tag";
    };
  }

  private static Set<String> given(List<String> texts) {
    return Set.copyOf(texts.stream().filter(text -> !text.isBlank()).toList());
  }

  private HttpResponse<byte[]> compiled(
      HttpRequest<?> http,
      String name,
      Function<Version, Function<CompiledPolicy, HttpResponse<byte[]>>> answer) {
    return policy.with(
        http,
        name,
        version -> {
          try {
            return answer.apply(version).apply(policies.version(version.id()).orElseThrow());
          } catch (PolicyRefused e) {
            return policy.doesNotCompile(http, e);
          }
        });
  }
}
