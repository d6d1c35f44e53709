package nz.cleancar.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import nz.cleancar.duty.Duties;
import nz.cleancar.message.DutiesMessage;
import nz.cleancar.message.DutiesMessage.DutyMessage;
import nz.cleancar.standard.NewZealand;

/** Today's duties over HTTP. */
@Controller("/agency/duties")
@Secured({"agency"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Agency")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DutyController {

  private final Duties duties;
  private final NewZealand clock;
  private final Answers answers;

  DutyController(Duties duties, NewZealand clock, Answers answers) {
    this.duties = duties;
    this.clock = clock;
    this.answers = answers;
  }

  /** Does today's duties. */
  @Operation(
      summary = "Do today's duties that were not done yet, and say what became of each",
      description =
          "A service does them by itself each day. One that fails stops no other; doing them again"
              + " changes nothing.")
  @ApiResponse(
      responseCode = "200",
      description = "What became of them",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DutiesMessage.class)))
  @Post
  HttpResponse<byte[]> run() {
    LocalDate today = clock.today();
    return answers.okWith(
        new DutiesMessage(
            today.toString(),
            duties.run(today).stream()
                .map(
                    done -> new DutyMessage(done.duty().name(), done.outcome().name(), done.says()))
                .toList()));
  }
}
