package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import nz.cleancar.agency.GoLiveReport;
import nz.cleancar.agency.GoLiveReport.Asked;
import nz.cleancar.agency.GoLiveReports;
import nz.cleancar.message.GoLiveCsv;
import nz.cleancar.message.GoLiveMessage;
import nz.cleancar.message.GoLiveText;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** The agency's go-live report over HTTP. */
@Controller
@Secured({"agency"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Agency")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GoLiveReportController {

  private static final String CSV_TYPE = "text/csv";
  private static final MediaType CSV = MediaType.of(CSV_TYPE);
  private static final MediaType TEXT = MediaType.of("text/plain; charset=utf-8");

  private final GoLiveReports reports;
  private final Doing doing;
  private final Answers answers;

  GoLiveReportController(GoLiveReports reports, Doing doing, Answers answers) {
    this.reports = reports;
    this.doing = doing;
    this.answers = answers;
  }

  /** The report. */
  @Operation(
      summary = "The figures of the go-live update for any period",
      description =
          "`from` and `to` are the first and last New Zealand day, `dueDay` the day that charges"
              + " were due on. Money and grams come from the ledger, worked out in two ways; `agree`"
              + " says whether they come to the same. `Accept` chooses JSON, a page of text or CSV.")
  @ApiResponse(
      responseCode = "200",
      description = "The report",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = GoLiveMessage.class)),
        @Content(mediaType = "text/plain"),
        @Content(mediaType = CSV_TYPE)
      })
  @Get("/agency/go-live-report")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, CSV_TYPE})
  HttpResponse<byte[]> report(
      HttpRequest<?> http,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to,
      @Nullable @QueryValue String dueDay) {
    return doing.read(
        http,
        () ->
            day("from", from)
                .then(
                    first ->
                        day("to", to)
                            .then(
                                last ->
                                    day("dueDay", dueDay).then(due -> asked(first, last, due)))),
        asked -> written(http, reports.of(asked)));
  }

  private static Attempt<Asked> asked(LocalDate from, LocalDate to, LocalDate dueDay) {
    return to.isBefore(from)
        ? Attempt.refused(Refusal.invalid("to", "`to` is the last day, not before `from`."))
        : Attempt.done(new Asked(from, to, dueDay));
  }

  private static Attempt<LocalDate> day(String name, @Nullable String text) {
    try {
      if (text != null && text.length() == "2023-06-01".length()) {
        return Attempt.done(LocalDate.parse(text));
      }
    } catch (DateTimeException _) {
      // said below
    }
    return Attempt.refused(
        Refusal.invalid(name, "`" + name + "` is a day, for example 2023-06-01."));
  }

  private HttpResponse<byte[]> written(HttpRequest<?> http, GoLiveReport report) {
    for (MediaType accepted : http.accept()) {
      if (accepted.matches(MediaType.APPLICATION_JSON_TYPE)) {
        break;
      }
      if (accepted.matches(MediaType.TEXT_PLAIN_TYPE)) {
        return HttpResponse.ok(GoLiveText.of(report).getBytes(StandardCharsets.UTF_8))
            .contentType(TEXT);
      }
      if (accepted.matches(CSV)) {
        return answers.file("go-live-report.csv", CSV, GoLiveCsv.of(report));
      }
    }
    return answers.okWith(GoLiveMessage.from(report));
  }
}
