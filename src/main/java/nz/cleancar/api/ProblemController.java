package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;

/** Describes the kinds of problems under the addresses that problems name as their type. */
@Controller("/problems")
@Tag(name = "Problems")
final class ProblemController {

  private final Answers answers;

  ProblemController(Answers answers) {
    this.answers = answers;
  }

  /**
   * A kind of problem.
   *
   * @param type its address
   * @param title what it is called
   * @param status the HTTP status that it comes with
   * @param meaning what it means, and what to do
   */
  @Serdeable
  @Schema(name = "ProblemType")
  record Description(String type, String title, int status, String meaning) {

    static Description of(ProblemType type) {
      return new Description(type.address(), type.title(), type.status().getCode(), type.meaning());
    }
  }

  /** All kinds of problems. */
  @Operation(summary = "All kinds of problems")
  @ApiResponse(
      responseCode = "200",
      description = "The kinds of problems",
      content =
          @Content(
              mediaType = "application/json",
              array = @ArraySchema(schema = @Schema(implementation = Description.class))))
  @Get
  HttpResponse<byte[]> all() {
    List<Description> all = Arrays.stream(ProblemType.values()).map(Description::of).toList();
    return answers.okWith(all);
  }

  /** One kind of problem. */
  @Operation(summary = "One kind of problem")
  @ApiResponse(
      responseCode = "200",
      description = "The kind of problem",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Description.class)))
  @ApiResponse(
      responseCode = "404",
      description = "There is none of the name",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @Get("/{name}")
  HttpResponse<byte[]> one(HttpRequest<?> request, String name) {
    return ProblemType.named(name)
        .<HttpResponse<byte[]>>map(type -> answers.okWith(Description.of(type)))
        .orElseGet(
            () -> answers.problem(ProblemType.NOT_FOUND, "No problem has this name.", request));
  }
}
