package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.ledger.transfer.Transfer;
import nz.cleancar.ledger.transfer.TransferRecords;
import nz.cleancar.ledger.transfer.Transfers;
import nz.cleancar.message.TransferMessage;
import nz.cleancar.message.TransferRequests;
import nz.cleancar.message.TransferRequests.OfferRequest;
import nz.cleancar.security.Person;
import org.jspecify.annotations.Nullable;

/** Transfers of credits over HTTP. */
@Controller("/")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Transfers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TransferController {

  private static final byte[] NO_BODY = {};

  private final Transfers transfers;
  private final TransferRecords records;
  private final Doing doing;
  private final Answers answers;

  TransferController(Transfers transfers, TransferRecords records, Doing doing, Answers answers) {
    this.transfers = transfers;
    this.records = records;
    this.doing = doing;
    this.answers = answers;
  }

  /** Offers credits. */
  @Operation(
      summary = "Offer credits to another account",
      description =
          "For people who may transfer credits in the giving account. Nothing moves until somebody"
              + " who may do so in the receiving account agrees. The price is no member of it.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = OfferRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The offer, and what agreeing now would bring",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferMessage.class)))
  @Post("/accounts/{number}/transfers")
  HttpResponse<byte[]> offer(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        body,
        TransferRequests.offer(body),
        request ->
            AccountPaths.number(number)
                .then(named -> transfers.offer(person, named, request.receiver(), request.grams())),
        transfer ->
            Told.created(
                "/accounts/%s/transfers/%s".formatted(transfer.from(), transfer.id()),
                message(transfer)));
  }

  /** The transfers of an account. */
  @Operation(
      summary = "The transfers from and to an account, the newest first",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of transfers",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferMessage.Page.class)))
  @Get("/accounts/{number}/transfers")
  HttpResponse<byte[]> all(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () ->
            AccountPaths.number(number)
                .then(
                    named ->
                        AccountPaths.part(limit, after)
                            .then(
                                part ->
                                    records
                                        .of(
                                            TokenPeople.person(signedIn),
                                            named,
                                            part.after(),
                                            part.most())
                                        .map(
                                            found -> TransferMessage.Page.of(found, part.most())))),
        answers::okWith);
  }

  /** One transfer. */
  @Operation(
      summary = "Read a transfer",
      description = "Of an offer that stands it tells what the policy says today.")
  @ApiResponse(
      responseCode = "200",
      description = "The transfer",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferMessage.class)))
  @Get("/accounts/{number}/transfers/{id}")
  HttpResponse<byte[]> one(HttpRequest<?> http, Authentication signedIn, String number, String id) {
    return doing.read(
        http,
        () ->
            AccountPaths.number(number)
                .then(
                    named ->
                        MoneyPaths.transfer(id)
                            .then(
                                transfer ->
                                    records.find(TokenPeople.person(signedIn), named, transfer))),
        shown -> answers.okWith(TransferMessage.from(shown)));
  }

  /** Agrees to an offer. */
  @Operation(
      summary = "Agree to an offer of credits",
      description =
          "For people who may transfer credits in the receiving account. The credits move now, as"
              + " the policy says today, or not at all; agreeing again changes nothing.")
  @ApiResponse(
      responseCode = "200",
      description = "The transfer, which is agreed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferMessage.class)))
  @Post("/transfers/{id}/agreement")
  HttpResponse<byte[]> agree(HttpRequest<?> http, Authentication signedIn, String id) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        NO_BODY,
        () -> MoneyPaths.transfer(id).then(transfer -> transfers.agree(person, transfer)),
        transfer -> Told.ok(message(transfer)));
  }

  /** Ends an offer. */
  @Operation(
      summary = "Withdraw or decline an offer of credits",
      description =
          "People of the giving account withdraw it, people of the receiving account decline it."
              + " It stands until then: no source lets it lapse.")
  @ApiResponse(
      responseCode = "200",
      description = "The transfer, which is ended",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferMessage.class)))
  @Delete("/transfers/{id}")
  HttpResponse<byte[]> end(HttpRequest<?> http, Authentication signedIn, String id) {
    Person person = TokenPeople.person(signedIn);
    return doing.change(
        http,
        person,
        NO_BODY,
        () -> MoneyPaths.transfer(id).then(transfer -> transfers.end(person, transfer)),
        transfer -> Told.ok(message(transfer)));
  }

  private TransferMessage message(Transfer transfer) {
    return TransferMessage.from(records.shown(transfer));
  }
}
