package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Granting;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.message.AccountMessage;
import nz.cleancar.message.AccountMessage.PersonMessage;
import nz.cleancar.message.AccountRequests;
import nz.cleancar.message.AccountRequests.PermissionsRequest;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** The people of an account over HTTP, and what they may do there. */
@Controller("/accounts/{number}/people")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountPeopleController {

  private final Granting granting;
  private final AccountPeople people;
  private final AccountBook book;
  private final AccountViews views;
  private final Doing doing;

  AccountPeopleController(
      Granting granting, AccountPeople people, AccountBook book, AccountViews views, Doing doing) {
    this.granting = granting;
    this.people = people;
    this.book = book;
    this.views = views;
    this.doing = doing;
  }

  /** The people of an account. */
  @Operation(summary = "The people of an account, in the order of their names")
  @ApiResponse(
      responseCode = "200",
      description = "The people, at most 500",
      content =
          @Content(
              mediaType = "application/json",
              array =
                  @ArraySchema(
                      schema = @Schema(implementation = AccountMessage.PersonMessage.class))))
  @Get
  HttpResponse<byte[]> all(HttpRequest<?> http, Authentication signedIn, String number) {
    return doing.read(
        http,
        () -> views.viewed(TokenPeople.person(signedIn), number),
        account ->
            views.ok(
                people.of(account.number()).stream()
                    .map(each -> PersonMessage.from(each, account))
                    .toList()));
  }

  /** One person of an account. */
  @Operation(summary = "What a person may do in an account")
  @ApiResponse(
      responseCode = "200",
      description = "The person",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.PersonMessage.class)))
  @Get("/{person}")
  HttpResponse<byte[]> one(
      HttpRequest<?> http, Authentication signedIn, String number, String person) {
    return doing.read(
        http,
        () ->
            views
                .viewed(TokenPeople.person(signedIn), number)
                .then(
                    account ->
                        AccountPaths.person(person)
                            .then(name -> person(account, name))
                            .map(each -> PersonMessage.from(each, account))),
        views::ok);
  }

  private Attempt<AccountPerson> person(Account account, PersonName name) {
    return people.of(account.number()).stream()
        .filter(each -> each.person().equals(name))
        .findFirst()
        .map(Attempt::done)
        .orElseGet(
            () ->
                Attempt.refused(
                    Refusal.unknown(
                        "no-such-person",
                        "%s has no part in account %s.".formatted(name, account.number()))));
  }

  /** Gives a person permissions. */
  @Operation(
      summary = "Give a person permissions in an account",
      description =
          "In the place of those they had, one or more. The owner keeps every permission. The owner"
              + " and the agency give any, others only what they have themselves. The holder is told"
              + " by e-mail; what changes nothing is answered as it stands, and told to nobody.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PermissionsRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The person",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.PersonMessage.class)))
  @Put("/{person}")
  HttpResponse<byte[]> grant(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      String person,
      @Body byte[] body) {
    Person by = TokenPeople.person(signedIn);
    return doing.change(
        http,
        by,
        body,
        AccountRequests.permissions(body),
        request ->
            AccountPaths.number(number)
                .then(
                    named ->
                        AccountPaths.person(person)
                            .then(to -> granting.grant(by, named, to, request.permissions()))),
        this::told);
  }

  /** Takes a person out of an account. */
  @Operation(summary = "Take a person out of an account")
  @ApiResponse(
      responseCode = "200",
      description = "The person, without a permission",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccountMessage.PersonMessage.class)))
  @Delete("/{person}")
  HttpResponse<byte[]> remove(
      HttpRequest<?> http, Authentication signedIn, String number, String person) {
    Person by = TokenPeople.person(signedIn);
    return doing.change(
        http,
        by,
        new byte[0],
        () ->
            AccountPaths.number(number)
                .then(
                    named ->
                        AccountPaths.person(person).then(who -> granting.remove(by, named, who))),
        this::told);
  }

  private Told told(AccountPerson person) {
    return Told.ok(PersonMessage.from(person, book.find(person.account()).orElseThrow()));
  }
}
