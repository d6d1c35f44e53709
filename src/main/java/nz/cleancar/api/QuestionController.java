package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nz.cleancar.message.FactsReader;
import nz.cleancar.message.InputFault;
import nz.cleancar.message.Read;
import nz.cleancar.message.TopicResponse;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policies;

/** Questions about any topic of the live policy's vocabulary, over HTTP. Nothing is logged. */
@Controller("/questions")
@Tag(name = "Questions")
final class QuestionController {

  private final Policies policies;
  private final Answers answers;

  QuestionController(Policies policies, Answers answers) {
    this.policies = policies;
    this.answers = answers;
  }

  /** What the live policy answers about the topic. */
  @Operation(
      summary = "Ask the policy about a topic",
      description =
          "Credit transfers, credit life, fleet settlement, fees and whatever else the policy's"
              + " vocabulary names. Facts are given by the vocabulary's names; nothing is logged.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = "object"),
              examples =
                  @ExampleObject("{\"earnedOn\": \"2024-05-01\", \"legalDate\": \"2026-03-02\"}")))
  @ApiResponse(
      responseCode = "200",
      description = "The answer, or what it lacks",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TopicResponse.class)))
  @Post("/{topic}")
  HttpResponse<byte[]> ask(HttpRequest<?> http, @PathVariable String topic, @Body byte[] body) {
    CompiledPolicy live = policies.live();
    var vocabulary = live.policy().vocabulary();
    if (!vocabulary.topics().containsKey(topic)) {
      String topics = String.join(", ", vocabulary.topicNames().stream().sorted().toList());
      return answers.problem(
          ProblemType.NOT_FOUND, "The policy has no such topic; it has " + topics + ".", http);
    }
    return switch (FactsReader.read(topic, body, vocabulary)) {
      case Read.Broken<Facts>(String detail) ->
          answers.problem(ProblemType.MALFORMED_JSON, detail, http);
      case Read.Faulty<Facts>(List<InputFault> faults) ->
          answers.problem(ProblemType.INVALID_REQUEST, faults, http);
      case Read.Good<Facts>(Facts facts) ->
          answers.okWith(TopicResponse.from(live.run(facts), facts, live.policy().version()));
    };
  }
}
