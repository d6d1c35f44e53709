package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.ledger.payment.Collected;
import nz.cleancar.ledger.payment.Discrepancies;
import nz.cleancar.ledger.payment.Endings;
import nz.cleancar.ledger.payment.Endings.Prospect;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.message.DiscrepancyMessage;
import nz.cleancar.message.MoneyRequests;
import nz.cleancar.message.MoneyRequests.CollectedRequest;
import nz.cleancar.message.MoneyRequests.EndingRequest;
import nz.cleancar.message.MoneyRequests.ResolutionRequest;
import nz.cleancar.message.PaymentMessage;
import nz.cleancar.security.Person;
import org.jspecify.annotations.Nullable;

/** What the agency does with payments over HTTP. */
@Controller("/agency/payments")
@Secured({"agency"})
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Agency")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgencyPaymentController {

  private final Payments payments;
  private final Collected collected;
  private final Endings endings;
  private final Discrepancies discrepancies;
  private final Doing doing;
  private final Answers answers;

  AgencyPaymentController(
      Payments payments,
      Collected collected,
      Endings endings,
      Discrepancies discrepancies,
      Doing doing,
      Answers answers) {
    this.payments = payments;
    this.collected = collected;
    this.endings = endings;
    this.discrepancies = discrepancies;
    this.doing = doing;
    this.answers = answers;
  }

  /** Records a payment that the bank collected. */
  @Operation(
      summary = "Record a payment that came in past the provider, such as a direct debit",
      description =
          "It settles the charge that it names as far as the account's money goes; what is not used"
              + " stays on the account. Each receipt is recorded once.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CollectedRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The payment",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PaymentMessage.class)))
  @Post
  HttpResponse<byte[]> record(HttpRequest<?> http, Authentication signedIn, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        MoneyRequests.collected(body),
        request -> collected.record(agency, request.order(), request.receipt(), request.charges()),
        payment ->
            Told.created(
                "/accounts/%s/payments/%s".formatted(payment.order().account(), payment.id()),
                PaymentMessage.from(payment)));
  }

  /** Ends a payment. */
  @Operation(
      summary = "End a payment that nobody waits for any longer",
      description =
          "One without an answer, which the provider does not know, or answered with what does not"
              + " fit, or whose day's statement was compared. What it was for may then be paid"
              + " otherwise. Money that comes in for it after all stays on the account; money that"
              + " came in with another amount is recorded as a payment past the provider.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EndingRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The payment, which is ended",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PaymentMessage.class)))
  @Post("/{id}/ending")
  HttpResponse<byte[]> end(
      HttpRequest<?> http, Authentication signedIn, String id, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.read(
        http,
        () -> MoneyPaths.payment(id),
        named -> {
          Prospect prospect = endings.lookUp(named);
          return doing.change(
              http,
              agency,
              body,
              MoneyRequests.ending(body),
              request -> endings.end(agency, named, prospect, request.reason()),
              payment -> Told.ok(PaymentMessage.from(payment)));
        });
  }

  /** Reconciles payments. */
  @Operation(
      summary = "Ask the provider about every open payment, and compare its statements",
      description =
          "What does not fit is listed. `failed` names what could not be compared; a day counts as"
              + " compared once the provider answered. Doing it again does no harm.")
  @ApiResponse(
      responseCode = "200",
      description = "What was compared",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DiscrepancyMessage.Reconciled.class)))
  @Post("/reconciliation")
  HttpResponse<byte[]> reconcile() {
    return answers.okWith(DiscrepancyMessage.Reconciled.from(payments.reconcile()));
  }

  /** The discrepancies. */
  @Operation(
      summary = "What the payment provider said and does not fit, the oldest first",
      description =
          "`open=true` lists those alone that nobody resolved. `limit` is at most 500; `after` goes"
              + " on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of discrepancies",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DiscrepancyMessage.Page.class)))
  @Get("/discrepancies")
  HttpResponse<byte[]> discrepancies(
      HttpRequest<?> http,
      @QueryValue(defaultValue = "false") boolean open,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    return doing.read(
        http,
        () -> AccountPaths.part(limit, after),
        part ->
            answers.okWith(
                DiscrepancyMessage.Page.of(
                    discrepancies.list(open, part.after(), part.most()), part.most())));
  }

  /** Resolves a discrepancy. */
  @Operation(
      summary = "Note what was found and done about a discrepancy",
      description = "Nothing in the ledger moves by it.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ResolutionRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The discrepancy",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DiscrepancyMessage.class)))
  @Post("/discrepancies/{id}/resolution")
  HttpResponse<byte[]> resolve(
      HttpRequest<?> http, Authentication signedIn, String id, @Body byte[] body) {
    Person agency = TokenPeople.person(signedIn);
    return doing.change(
        http,
        agency,
        body,
        MoneyRequests.resolution(body),
        request ->
            AccountPaths.id(id, "discrepancy")
                .then(named -> discrepancies.resolve(agency, named, request.note())),
        resolved -> Told.ok(DiscrepancyMessage.from(resolved)));
  }
}
