package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/** Describes the kinds of problems under the addresses that problems name as their type. */
@Controller("/problems")
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
  @Get
  HttpResponse<byte[]> all() {
    List<Description> all = Arrays.stream(ProblemType.values()).map(Description::of).toList();
    return answers.okWith(all);
  }

  /** One kind of problem. */
  @Get("/{name}")
  HttpResponse<byte[]> one(HttpRequest<?> request, String name) {
    return ProblemType.named(name)
        .<HttpResponse<byte[]>>map(type -> answers.okWith(Description.of(type)))
        .orElseGet(
            () -> answers.problem(ProblemType.NOT_FOUND, "No problem has this name.", request));
  }
}
