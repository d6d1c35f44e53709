package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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
import nz.cleancar.api.Doing.Told;
import nz.cleancar.ledger.fleet.DirectDebits;
import nz.cleancar.ledger.fleet.FleetYears;
import nz.cleancar.message.DirectDebitFile;
import nz.cleancar.message.FleetYearMessage;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.EachAlone;
import org.jspecify.annotations.Nullable;

/** The years of fleet average accounts over HTTP. */
@Controller("/")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Fleet average")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FleetYearController {

  private static final byte[] NO_BODY = {};
  private static final MediaType CSV = MediaType.of("text/csv");

  private final FleetYears years;
  private final DirectDebits debits;
  private final NewZealand clock;
  private final Doing doing;
  private final Answers answers;

  FleetYearController(
      FleetYears years, DirectDebits debits, NewZealand clock, Doing doing, Answers answers) {
    this.years = years;
    this.debits = debits;
    this.clock = clock;
    this.doing = doing;
    this.answers = answers;
  }

  /** The statement of a year. */
  @Operation(
      summary = "What an account's fleet of a year owes or earns",
      description = "Indicative while the year runs, final once it is settled.")
  @ApiResponse(
      responseCode = "200",
      description = "The statement",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FleetYearMessage.class)))
  @Get("/accounts/{number}/fleet-years/{year}")
  HttpResponse<byte[]> statement(
      HttpRequest<?> http, Authentication signedIn, String number, String year) {
    return doing.read(
        http,
        () ->
            AccountPaths.number(number)
                .then(
                    named ->
                        MoneyPaths.year(year)
                            .then(of -> years.statement(TokenPeople.person(signedIn), named, of))),
        statement -> answers.okWith(FleetYearMessage.from(statement)));
  }

  /** Defers a year's charge. */
  @Operation(
      summary = "Carry what is still owed for a year into the next",
      description =
          "Once the year is over, by the due day, and where the policy lets it: for people who may"
              + " edit the account's details. Asking again changes nothing.")
  @ApiResponse(
      responseCode = "200",
      description = "The statement, which is deferred",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FleetYearMessage.class)))
  @Post("/accounts/{number}/fleet-years/{year}/deferral")
  HttpResponse<byte[]> defer(
      HttpRequest<?> http, Authentication signedIn, String number, String year) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        NO_BODY,
        () ->
            AccountPaths.number(number)
                .then(named -> MoneyPaths.year(year).then(of -> years.defer(person, named, of))),
        statement -> Told.ok(FleetYearMessage.from(statement)));
  }

  /** Settles a year. */
  @Operation(
      summary = "Settle a year of every fleet average account",
      description =
          "Each account by itself: a charge is owed by the due day, or credits are earned on the"
              + " year's last day. Asking again settles what is left; `failed` names what could not be settled.")
  @ApiResponse(
      responseCode = "200",
      description = "The accounts whose year was settled now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FleetYearMessage.Settlements.class)))
  @Secured({"agency"})
  @Post("/agency/fleet-years/{year}/settlements")
  HttpResponse<byte[]> settle(HttpRequest<?> http, String year) {
    var each = new EachAlone();
    return doing.read(
        http,
        () ->
            MoneyPaths.year(year)
                .then(
                    of ->
                        years
                            .settleAll(of, each)
                            .map(
                                settled ->
                                    FleetYearMessage.Settlements.of(of, settled, each.failed()))),
        answers::okWith);
  }

  /** The direct debits of a day. */
  @Operation(
      summary = "The file of direct debits: what fleets still owe after the due day",
      description =
          "CSV, a line for each charge, with the same reference in every file. `inEarlierFile` says"
              + " which were in a file of an earlier day. `day` is today where it is left out. A"
              + " debit that was collected is recorded as a payment.")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(mediaType = "text/csv"))
  @Secured({"agency"})
  @Get("/agency/direct-debits")
  HttpResponse<byte[]> debits(HttpRequest<?> http, @Nullable @QueryValue String day) {
    return doing.read(
        http,
        () ->
            MoneyPaths.day(day, clock.today()).then(of -> debits.file(of).map(DirectDebitFile::of)),
        file -> answers.file("direct-debits.csv", CSV, file));
  }
}
