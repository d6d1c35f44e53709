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
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.ledger.payment.Settling;
import nz.cleancar.message.MoneyRequests;
import nz.cleancar.message.MoneyRequests.PaymentRequest;
import nz.cleancar.message.MoneyRequests.SettlementRequest;
import nz.cleancar.message.PaymentMessage;
import nz.cleancar.message.SettlementMessage;
import nz.cleancar.security.Person;
import org.jspecify.annotations.Nullable;

/** Payments into accounts over HTTP. */
@Controller("/accounts/{number}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Payments")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaymentController {

  private final Payments payments;
  private final Settling settling;
  private final Paying paying;
  private final Doing doing;
  private final Answers answers;

  PaymentController(
      Payments payments, Settling settling, Paying paying, Doing doing, Answers answers) {
    this.payments = payments;
    this.settling = settling;
    this.paying = paying;
    this.doing = doing;
    this.answers = answers;
  }

  /** Starts a payment. */
  @Operation(
      summary = "Start a payment into an account",
      description =
          "The answer tells that it was started; the payment provider is asked right after, so look"
              + " at the payment again. Money that comes in stays on the account until charges use"
              + " it. The sandbox provider moves no money and behaves as `reference` says:"
              + " `sandbox-decline`, `sandbox-timeout-accept`, `sandbox-timeout-decline`,"
              + " `sandbox-lose`, `sandbox-silent`, `sandbox-twice`, `sandbox-contradict`,"
              + " `sandbox-deny-later`, `sandbox-accept-later`, `sandbox-more`, `sandbox-less`,"
              + " `sandbox-same-receipt`, `sandbox-other-receipt`, `sandbox-invent`,"
              + " `sandbox-forget`, `sandbox-no-statement`; it accepts any other.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PaymentRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The payment, which is pending",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PaymentMessage.class)))
  @Post("/payments")
  HttpResponse<byte[]> start(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return paying.after(
        started ->
            doing.change(
                http,
                person,
                body,
                MoneyRequests.payment(body),
                request ->
                    AccountPaths.number(number)
                        .then(named -> payments.start(person, request.order(named))),
                payment -> {
                  started.accept(payment.id());
                  return Told.created(address(payment), PaymentMessage.from(payment));
                }));
  }

  /** The payments of an account. */
  @Operation(
      summary = "The payments into an account, the newest first",
      description = "`limit` is at most 500; `after` goes on where a page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of payments",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PaymentMessage.Page.class)))
  @Get("/payments")
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
                                    payments
                                        .of(
                                            TokenPeople.person(signedIn),
                                            named,
                                            part.after(),
                                            part.most())
                                        .map(found -> PaymentMessage.Page.of(found, part.most())))),
        answers::okWith);
  }

  /** One payment. */
  @Operation(summary = "Read a payment")
  @ApiResponse(
      responseCode = "200",
      description = "The payment",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PaymentMessage.class)))
  @Get("/payments/{id}")
  HttpResponse<byte[]> one(HttpRequest<?> http, Authentication signedIn, String number, String id) {
    return doing.read(
        http,
        () ->
            AccountPaths.number(number)
                .then(
                    named ->
                        MoneyPaths.payment(id)
                            .then(
                                payment ->
                                    payments.find(TokenPeople.person(signedIn), named, payment))),
        payment -> answers.okWith(PaymentMessage.from(payment)));
  }

  /** Settles charges. */
  @Operation(
      summary = "Settle charges by credits, by money and by a payment",
      description =
          "Those that are due first come first, each by credits as far as they go and then by the"
              + " account's money where it reaches for all the rest. With `payment` a payment is"
              + " started for what is left; when it is received it settles what it was for.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SettlementRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What was settled, and the payment for the rest",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SettlementMessage.class)))
  @Post("/charges/settlements")
  HttpResponse<byte[]> settle(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return paying.after(
        started ->
            doing.change(
                http,
                person,
                body,
                MoneyRequests.settlement(body),
                request ->
                    AccountPaths.number(number)
                        .then(named -> settling.settle(person, named, request.wish())),
                result -> {
                  result.payment().map(Payment::id).ifPresent(started);
                  return Told.ok(SettlementMessage.from(result));
                }));
  }

  private static String address(Payment payment) {
    return "/accounts/%s/payments/%s".formatted(payment.order().account(), payment.id());
  }
}
