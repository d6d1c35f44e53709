package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.Permission;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.LedgerStore.LinesAsked;
import nz.cleancar.ledger.Line;
import nz.cleancar.message.BalancesMessage;
import nz.cleancar.message.LedgerCursor;
import nz.cleancar.message.LedgerMessage;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.VehicleMarks;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.jspecify.annotations.Nullable;

/** The ledger over HTTP: what an account holds and owes, and how that came about. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Ledger")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LedgerController {

  private final Access access;
  private final Ledger ledger;
  private final VehicleMarks marks;
  private final LedgerCheck check;
  private final NewZealand clock;
  private final Doing doing;
  private final Answers answers;

  LedgerController(
      Access access,
      Ledger ledger,
      VehicleMarks marks,
      LedgerCheck check,
      NewZealand clock,
      Doing doing,
      Answers answers) {
    this.access = access;
    this.ledger = ledger;
    this.marks = marks;
    this.check = check;
    this.clock = clock;
    this.doing = doing;
    this.answers = answers;
  }

  /** What an account holds and owes. */
  @Operation(summary = "What an account holds and owes: credits, charges, money, fleets")
  @ApiResponse(
      responseCode = "200",
      description = "The balances",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BalancesMessage.class)))
  @Get("/accounts/{number}/balances")
  HttpResponse<byte[]> balances(HttpRequest<?> http, Authentication signedIn, String number) {
    return doing.read(
        http,
        () -> viewed(signedIn, number),
        account ->
            answers.okWith(
                BalancesMessage.from(account.number(), ledger.balances(account.number()))));
  }

  /** The lines of an account's ledger. */
  @Operation(
      summary = "The lines of an account's ledger, in the order in which they were recorded",
      description =
          "`from` and `to` are New Zealand days, both included; without them it is all. `limit` is"
              + " at most 500; `after` goes on with what a page's `next` says.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of lines",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LedgerMessage.class)))
  @Get("/accounts/{number}/ledger")
  HttpResponse<byte[]> lines(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String to,
      @Nullable @QueryValue String after,
      @Nullable @QueryValue Integer limit) {
    return doing.read(
        http,
        () ->
            viewed(signedIn, number)
                .then(
                    account ->
                        AccountPaths.day("from", from, account.openedOn())
                            .then(first -> asked(account, first, to, limit))
                            .then(first -> after(first, after))),
        this::page);
  }

  private HttpResponse<byte[]> page(LinesAsked asked) {
    List<Line> lines = ledger.page(asked);
    var vehicles = marks.of(lines.stream().map(Line::about).toList());
    return answers.okWith(LedgerMessage.of(lines, vehicles, asked.limit()));
  }

  private Attempt<LinesAsked> asked(
      Account account, LocalDate from, @Nullable String to, @Nullable Integer limit) {
    return AccountPaths.day("to", to, clock.today())
        .then(
            last ->
                AccountPaths.limit(limit)
                    .map(most -> LinesAsked.first(account.number(), from, last, most)));
  }

  private static Attempt<LinesAsked> after(LinesAsked first, @Nullable String after) {
    if (after == null) {
      return Attempt.done(first);
    }
    return LedgerCursor.place(after)
        .filter(place -> !place.day().isBefore(first.after().day()))
        .map(place -> Attempt.done(first.after(place)))
        .orElseGet(
            () ->
                Attempt.refused(
                    Refusal.invalid("after", "`after` is what the page before says as `next`.")));
  }

  private Attempt<Account> viewed(Authentication signedIn, String number) {
    return AccountPaths.number(number)
        .then(named -> access.found(TokenPeople.person(signedIn), named, Permission.VIEW_ACCOUNT));
  }

  /** Checks the books. */
  @Operation(
      summary = "Check the books",
      description =
          "Every entry balances, every balance is the sum of its postings, none is below zero,"
              + " every charge stands as it was levied, every fleet as it was accrued.")
  @ApiResponse(
      responseCode = "200",
      description = "What was found",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = LedgerMessage.CheckMessage.class)))
  @Get("/agency/ledger/check")
  @Secured({"agency"})
  HttpResponse<byte[]> check() {
    return answers.okWith(LedgerMessage.CheckMessage.from(check.run()));
  }
}
