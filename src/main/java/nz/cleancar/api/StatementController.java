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
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.OutputStream;
import java.util.Optional;
import nz.cleancar.account.Account;
import nz.cleancar.message.StatementCsv;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.statement.Papers;
import nz.cleancar.statement.Period;
import nz.cleancar.statement.PrintOut;
import nz.cleancar.statement.StatementReader;
import nz.cleancar.statement.Statements;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** What people save and print over HTTP: statements, and the print-out of a vehicle. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Statements")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatementController {

  private static final String PDF = "application/pdf";
  private static final String CSV = "text/csv";
  private static final String PROBLEM = "application/problem+json";

  private final Statements statements;
  private final Papers papers;
  private final VehicleRecords vehicles;
  private final AccountViews views;
  private final NewZealand clock;
  private final Doing doing;

  StatementController(
      Statements statements,
      Papers papers,
      VehicleRecords vehicles,
      AccountViews views,
      NewZealand clock,
      Doing doing) {
    this.statements = statements;
    this.papers = papers;
    this.vehicles = vehicles;
    this.views = views;
    this.clock = clock;
    this.doing = doing;
  }

  private record Asked(Account account, Period period) {}

  /** The statement of an account. */
  @Operation(
      summary = "An account's statement: opening balances, what moved them, closing balances",
      description =
          "`from` and `to` are New Zealand days, both included; without them it is all. `format` is"
              + " csv, unless it is pdf. At most 200,000 lines.")
  @ApiResponse(
      responseCode = "200",
      description = "The statement, as a file",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary"))
      })
  @Get("/accounts/{number}/statements")
  @Produces({CSV, PDF, PROBLEM})
  HttpResponse<?> statement(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to,
      @QueryValue(defaultValue = "csv") String format) {
    return sent(
        http,
        views
            .viewed(TokenPeople.person(signedIn), number)
            .then(account -> asked(account, from, to))
            .then(asked -> written(asked, format)));
  }

  private Attempt<Asked> asked(Account account, @Nullable String from, @Nullable String to) {
    return AccountPaths.day("from", from, account.openedOn())
        .then(
            first ->
                AccountPaths.day("to", to, clock.today())
                    .then(
                        last ->
                            last.isBefore(first)
                                ? Attempt.refused(
                                    Refusal.invalid("to", "`to` is `from` or a later day."))
                                : Attempt.done(new Asked(account, new Period(first, last)))));
  }

  private Attempt<WrittenFile> written(Asked asked, String format) {
    return switch (format) {
      case "csv" ->
          WrittenFile.write(
              name(asked, "csv"),
              MediaType.of(CSV + ";charset=utf-8"),
              out -> told(asked, new StatementCsv(out)));
      case "pdf" ->
          WrittenFile.write(
              name(asked, "pdf"), MediaType.of(PDF), out -> told(asked, papers.statement(out)));
      default -> Attempt.refused(Refusal.invalid("format", "`format` is csv or pdf."));
    };
  }

  private Attempt<?> told(Asked asked, StatementReader reader) {
    return statements.read(asked.account(), asked.period(), reader);
  }

  private static String name(Asked asked, String ending) {
    var period = asked.period();
    return "statement-%s-%s-%s.%s"
        .formatted(asked.account().number(), period.from(), period.to(), ending);
  }

  /** The print-out of a vehicle. */
  @Operation(
      summary = "A page for the entry certifier: the vehicle, and the number of its account",
      description = "For whoever may view the account that the vehicle is in.")
  @ApiResponse(
      responseCode = "200",
      description = "The page",
      content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
  @Get("/vehicles/{id}/print-out")
  @Produces({PDF, PROBLEM})
  HttpResponse<?> printOut(HttpRequest<?> http, Authentication signedIn, String id) {
    return sent(
        http,
        VehiclePaths.vehicle(id)
            .then(
                vehicle ->
                    vehicles
                        .find(vehicle)
                        .map(record -> printOut(signedIn, record))
                        .orElseGet(() -> Attempt.refused(VehiclePaths.noVehicle())))
            .then(
                page ->
                    WrittenFile.write(
                        "vehicle-%s.pdf".formatted(page.vehicle().id()),
                        MediaType.of(PDF),
                        out -> printed(page, out))));
  }

  /** Refused in words that name no account, for whoever has no part in the vehicle's. */
  private Attempt<PrintOut> printOut(Authentication signedIn, VehicleRecord record) {
    return record
        .account()
        .flatMap(
            number ->
                switch (views.viewed(TokenPeople.person(signedIn), number.value())) {
                  case Attempt.Done<Account>(Account account) -> Optional.of(page(account, record));
                  case Attempt.Refused<Account> _ -> Optional.<PrintOut>empty();
                })
        .map(Attempt::done)
        .orElseGet(() -> Attempt.refused(VehiclePaths.noVehicle()));
  }

  private PrintOut page(Account account, VehicleRecord record) {
    return new PrintOut(
        account.number(),
        account.holder().name(),
        record,
        vehicles.registered(record.id()).orElse(null),
        clock.today());
  }

  private Attempt<PrintOut> printed(PrintOut page, OutputStream out) {
    papers.printOut(page, out);
    return Attempt.done(page);
  }

  private HttpResponse<?> sent(HttpRequest<?> http, Attempt<WrittenFile> written) {
    return switch (written) {
      case Attempt.Done<WrittenFile>(WrittenFile file) -> file.response();
      case Attempt.Refused<WrittenFile>(var why) -> doing.refused(http, why);
    };
  }
}
