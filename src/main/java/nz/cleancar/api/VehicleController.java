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
import java.util.List;
import nz.cleancar.account.Access;
import nz.cleancar.account.Permission;
import nz.cleancar.api.Doing.Told;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.message.AcceptanceMessage;
import nz.cleancar.message.VehicleMessage;
import nz.cleancar.message.VehicleMessage.CertificationMessage;
import nz.cleancar.message.VehicleRequests;
import nz.cleancar.message.VehicleRequests.AcceptanceRequest;
import nz.cleancar.security.Person;
import nz.cleancar.security.Role;
import nz.cleancar.vehicle.Accepting;
import nz.cleancar.vehicle.Certification;
import nz.cleancar.vehicle.VehicleEvent;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.Attempt;
import org.jspecify.annotations.Nullable;

/** Vehicle records over HTTP: looking at them, accepting them, asking what may be certified. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@SecurityRequirement(name = Documentation.TOKEN)
@Tag(name = "Vehicles")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VehicleController {

  private final VehicleRecords records;
  private final Accepting accepting;
  private final Certification certification;
  private final Access access;
  private final Paying paying;
  private final Doing doing;
  private final Answers answers;

  VehicleController(
      VehicleRecords records,
      Accepting accepting,
      Certification certification,
      Access access,
      Paying paying,
      Doing doing,
      Answers answers) {
    this.records = records;
    this.accepting = accepting;
    this.certification = certification;
    this.access = access;
    this.paying = paying;
    this.doing = doing;
    this.answers = answers;
  }

  /** The vehicles of an account. */
  @Operation(
      summary = "The vehicles of an account, in the order of their ids",
      description =
          "`step` gives those at one step alone. `limit` is at most 500; `after` goes on where a"
              + " page ended.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of vehicles",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VehicleMessage.Page.class)))
  @Get("/accounts/{number}/vehicles")
  HttpResponse<byte[]> ofAccount(
      HttpRequest<?> http,
      Authentication signedIn,
      String number,
      @Nullable @QueryValue String step,
      @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String after) {
    Person person = TokenPeople.person(signedIn);
    return doing.read(
        http,
        () ->
            AccountPaths.number(number)
                .then(named -> access.found(person, named, Permission.VIEW_ACCOUNT))
                .then(
                    account ->
                        VehiclePaths.step(step)
                            .then(
                                at ->
                                    AccountPaths.part(limit, after)
                                        .map(
                                            part ->
                                                VehicleMessage.Page.of(
                                                    records.inAccount(
                                                        account.number(),
                                                        at.orElse(null),
                                                        part.after(),
                                                        part.most()),
                                                    part.most())))),
        answers::okWith);
  }

  /** One vehicle. */
  @Operation(
      summary = "Read a vehicle's record and what happened to it",
      description =
          "For whoever may view the account that it is in, certifiers and the agency. To whom"
              + " the account is open, the history begins when it came into it; certifiers see none.")
  @ApiResponse(
      responseCode = "200",
      description = "The record, what the register says of it, and its history",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VehicleMessage.File.class)))
  @Get("/vehicles/{id}")
  HttpResponse<byte[]> one(HttpRequest<?> http, Authentication signedIn, String id) {
    Person person = TokenPeople.person(signedIn);
    return doing.read(
        http,
        () ->
            VehiclePaths.vehicle(id)
                .then(vehicle -> seen(person, records.find(vehicle).stream().toList())),
        record ->
            answers.okWith(
                new VehicleMessage.File(
                    VehicleMessage.from(record),
                    records
                        .registered(record.id())
                        .map(VehicleMessage.RegisteredMessage::from)
                        .orElse(null),
                    history(person, record).stream()
                        .map(VehicleMessage.EventMessage::from)
                        .toList())));
  }

  private Attempt<VehicleRecord> seen(Person person, List<VehicleRecord> found) {
    return found.stream()
        .filter(record -> mayView(person, record))
        .findFirst()
        .map(Attempt::done)
        .orElseGet(() -> Attempt.refused(VehiclePaths.noVehicle()));
  }

  private List<VehicleEvent> history(Person person, VehicleRecord record) {
    if (person.isAgency()) {
      return records.history(record.id());
    }
    return isInTheirs(person, record) ? records.historyInAccount(record.id()) : List.of();
  }

  private boolean mayView(Person person, VehicleRecord record) {
    return person.isAgency()
        || person.roles().contains(Role.CERTIFIER)
        || isInTheirs(person, record);
  }

  private boolean isInTheirs(Person person, VehicleRecord record) {
    return record
        .account()
        .map(number -> access.found(person, number, Permission.VIEW_ACCOUNT))
        .filter(Attempt.Done.class::isInstance)
        .isPresent();
  }

  /** Accepts vehicles. */
  @Operation(
      summary = "Accept one vehicle, many, or all that wait",
      description =
          "Each is decided again with what holds of the account today; one that then owes or earns"
              + " another amount is not accepted, so look at it and accept it again. Pay as you go"
              + " settles what is owed at once: by credits, by the account's money, and where"
              + " `payment` says so by a payment, which takes the vehicles that await it once it is"
              + " received. At most 1,000 vehicles in a request; `next` goes on with `all`.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AcceptanceRequest.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What became of each vehicle",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AcceptanceMessage.class)))
  @Post("/accounts/{number}/acceptances")
  HttpResponse<byte[]> accept(
      HttpRequest<?> http, Authentication signedIn, String number, @Body byte[] body) {
    Person person = TokenPeople.person(signedIn);
    return paying.after(
        started ->
            accepting.within(
                asked ->
                    doing.change(
                        http,
                        person,
                        body,
                        VehicleRequests.acceptance(body),
                        request ->
                            AccountPaths.number(number)
                                .then(named -> asked.accept(person, named, request.wish())),
                        acceptance -> {
                          acceptance.payment().map(Payment::id).ifPresent(started);
                          return Told.ok(AcceptanceMessage.from(acceptance));
                        })));
  }

  /** Whether a vehicle may go on. */
  @Operation(
      summary = "May this vehicle be registered, or get its warrant or certificate of fitness?",
      description =
          "By VIN or chassis number. It may once its account accepted it, or where the standard"
              + " does not apply to it.")
  @ApiResponse(
      responseCode = "200",
      description = "Whether it may, and why or why not",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CertificationMessage.class)))
  @Get("/certification/{vehicle}")
  @Secured({"certifier", "feed", "agency"})
  HttpResponse<byte[]> certification(HttpRequest<?> http, String vehicle) {
    return doing.read(
        http,
        () ->
            VehiclePaths.mark(vehicle)
                .then(
                    mark ->
                        certification
                            .ask(mark)
                            .map(Attempt::done)
                            .orElseGet(() -> Attempt.refused(VehiclePaths.unheard(mark)))),
        answer -> answers.okWith(CertificationMessage.from(answer)));
  }
}
