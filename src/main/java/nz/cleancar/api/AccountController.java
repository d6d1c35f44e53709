package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.atomic.AtomicReference;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountDetails;
import nz.cleancar.account.AccountOpening;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.message.AccountMessage;
import nz.cleancar.message.AccountRequests;
import nz.cleancar.message.AccountRequests.DetailsRequest;
import nz.cleancar.message.AccountRequests.OpeningRequest;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Feeds;
import org.jspecify.annotations.Nullable;

/** CO2 accounts over HTTP: opening them, looking at them, changing their details. */
@Controller("/accounts")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {

  private final AccountOpening opening;
  private final AccountDetails details;
  private final AccountViews views;
  private final AccountBook book;
  private final Feeds feeds;
  private final NewZealand clock;
  private final Doing doing;

  AccountController(
      AccountOpening opening,
      AccountDetails details,
      AccountViews views,
      AccountBook book,
      Feeds feeds,
      NewZealand clock,
      Doing doing) {
    this.opening = opening;
    this.details = details;
    this.views = views;
    this.book = book;
    this.feeds = feeds;
    this.clock = clock;
    this.doing = doing;
  }

  /** Opens an account. */
  @Operation(
      summary = "Open an account",
      description =
          "Pay as you go, always; new and used vehicles need an account each. Whoever opens it"
              + " owns it and has every permission in it; the agency may name another owner.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OpeningRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The account",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.class)))
  @Post
  @Secured({"importer", "agency"})
  HttpResponse<byte[]> open(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    var opened = new AtomicReference<@Nullable AccountNumber>();
    HttpResponse<byte[]> response =
        doing.change(
            http,
            person,
            body,
            AccountRequests.opening(body),
            request -> opening.open(person, request.openedBy(person.name()), request.condition()),
            account -> {
              opened.set(account.number());
              return Told.created("/accounts/" + account.number(), message(account));
            });
    AccountNumber number = opened.get();
    if (number != null) {
      feeds.takeUp(number);
    }
    return response;
  }

  /** The accounts that the person may view. */
  @Operation(
      summary = "The accounts that you may view, in the order of their numbers",
      description =
          "The agency may view them all. `limit` is at most 500; `after` goes on where a page"
              + " ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of accounts",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.Page.class)))
  @Get
  HttpResponse<byte[]> all(
      HttpRequest<?> http,
      Authentication signedIn,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return views.all(http, TokenPeople.person(signedIn), limit, after);
  }

  /** One account. */
  @Operation(summary = "Read an account")
  @ApiResponse(
      responseCode = "200",
      description = "The account",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.class)))
  @Get("/{number}")
  HttpResponse<byte[]> one(HttpRequest<?> http, Authentication signedIn, String number) {
    return views.one(http, TokenPeople.person(signedIn), number);
  }

  /** Changes details of an account. */
  @Operation(
      summary = "Change an account's name, e-mail address or auto-accept switches",
      description =
          "What is left out stays. The switches are for the account's owner alone. A new e-mail"
              + " address is told to the former one too. Which change ends the AML verification is"
              + " the table `details-change`: another name does.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DetailsRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The account as it is now",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.class)))
  @Patch("/{number}")
  HttpResponse<byte[]> change(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        body,
        AccountRequests.details(body),
        request ->
            AccountPaths.number(number).then(named -> details.change(person, named, request)),
        account -> Told.ok(message(account)));
  }

  /** What was done with an account. */
  @Operation(
      summary = "What was done with an account, by whom, when and why, in order",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of events",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.EventPage.class)))
  @Get("/{number}/events")
  HttpResponse<byte[]> events(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue Long after) {
    return views.events(
        http, TokenPeople.person(signedIn), number, limit, after == null ? 0 : after);
  }

  /** Whether an account exists. */
  @Operation(
      summary = "Whether an account exists",
      description =
          "Land Transport Act 1998, s 188: the register tells anybody who is signed in whether"
              + " there is such an account, to transfer credits to, and nothing else.")
  @ApiResponse(
      responseCode = "200",
      description = "Whether it exists",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.Registered.class)))
  @Get("/register/{number}")
  HttpResponse<byte[]> registered(HttpRequest<?> http, String number) {
    return doing.read(
        http,
        () -> AccountPaths.number(number),
        named ->
            views.ok(new AccountMessage.Registered(named.value(), book.find(named).isPresent())));
  }

  private AccountMessage message(Account account) {
    return AccountMessage.from(account, clock.today());
  }
}
