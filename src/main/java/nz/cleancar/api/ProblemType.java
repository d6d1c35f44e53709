package nz.cleancar.api;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems that the service answers with. */
enum ProblemType {
  /** The body cannot be read as JSON. */
  MALFORMED_JSON(
      HttpStatus.BAD_REQUEST,
      "The body is not JSON",
      "The body cannot be read: it is empty, not UTF-8 or not JSON. The detail names line and"
          + " column."),

  /** The input has faults. */
  INVALID_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request is not valid",
      "Something in the request is missing, misspelt or out of range. `errors` lists every fault"
          + " with a JSON pointer to it."),

  /** HTTP itself was not understood. */
  BAD_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request cannot be understood",
      "The request breaks the rules of HTTP, in its request line, its headers or its body."),

  /** The account does not exist. */
  UNKNOWN_ACCOUNT(
      HttpStatus.UNPROCESSABLE_ENTITY,
      "The account is not known",
      "No CO2 account has the number that the request names."),

  /** The policy version does not exist. */
  UNKNOWN_POLICY_VERSION(
      HttpStatus.UNPROCESSABLE_ENTITY,
      "The policy version is not known",
      "No policy of the version that the request names can be asked, or none was live at the moment"
          + " that it names."),

  /** The decision does not exist. */
  UNKNOWN_DECISION(
      HttpStatus.NOT_FOUND,
      "The decision is not known",
      "No decision in the log has the id that the request names."),

  /** Nothing is there. */
  NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "There is nothing here",
      "The path names nothing. The service's paths are listed at /docs."),

  /** Something is there, for other methods. */
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "The method does not go with the path",
      "The path exists, but not for this method. `Allow` names the methods that it takes."),

  /** The asker accepts nothing that can be given. */
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "The answer cannot be given in that form",
      "The `Accept` header asks for a content type that the path does not give."),

  /** The idempotency key was used with another body. */
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.CONFLICT,
      "The idempotency key was used before",
      "The `Idempotency-Key` was used before with another body. A new request needs a new key."),

  /** The policy asked for is known and cannot be asked. */
  POLICY_NOT_AT_HAND(
      HttpStatus.CONFLICT,
      "The policy is not at hand",
      "The policy version that is to decide cannot be asked: it is a draft that cannot be read or"
          + " compiled, or it is gone. The detail says why."),

  /** The body is too large. */
  TOO_LARGE(
      HttpStatus.REQUEST_ENTITY_TOO_LARGE,
      "The request is too large",
      "The request line, the headers, the body or a line of a batch is longer than the service"
          + " takes."),

  /** The body is of another content type. */
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The content type is not supported",
      "Requests are `application/json`; batches are `application/x-ndjson`."),

  /** The request names a host that is not this one. */
  MISDIRECTED(
      HttpStatus.MISDIRECTED_REQUEST,
      "The request is for another host",
      "The service answers on this machine alone, as localhost, 127.0.0.1 or [::1]; the `Host`"
          + " header names another."),

  /** Nobody is signed in. */
  NOT_SIGNED_IN(
      HttpStatus.UNAUTHORIZED,
      "Nobody is signed in",
      "The path is for people who are signed in: send `Authorization: Bearer` and a token, which"
          + " `ccs person add` gives."),

  /** The person may not do it. */
  NOT_ALLOWED(
      HttpStatus.FORBIDDEN,
      "This person may not do it",
      "The person who is signed in lacks the role for it, or it is for another person to do."),

  /** The version of the policy does not exist. */
  NO_SUCH_VERSION(
      HttpStatus.NOT_FOUND,
      "The policy version is not known",
      "No version of the name was ever handed in, or more than one begins with it."),

  /** The version is not in a stage from which it can be done. */
  WRONG_STAGE(
      HttpStatus.CONFLICT,
      "The version is not that far, or is past it",
      "What was asked cannot be done with a version in this stage of its life."),

  /** The reports are not the latest. */
  OTHER_REPORTS(
      HttpStatus.CONFLICT,
      "The reports are not the latest",
      "An approval names the digest of the latest reports; read them, and approve those."),

  /** Another version went live meanwhile. */
  LIVE_CHANGED(
      HttpStatus.CONFLICT,
      "Another version is live meanwhile",
      "The reports compare the version with one that is no longer live: check it again, and have it"
          + " approved again."),

  /** Nobody approves what they handed in. */
  OWN_WORK(
      HttpStatus.FORBIDDEN,
      "Nobody approves their own work",
      "Whoever handed a version in cannot approve it: another person must."),

  /** The version does not pass the gate. */
  GATE_CLOSED(
      HttpStatus.CONFLICT,
      "The version does not pass the gate",
      "A version goes live only if it compiles, has no error finding, its rules answer and its"
          + " scenarios pass. `findings` lists what keeps it back."),

  /** Scenarios keep mutants from being tried. */
  SCENARIOS_FAIL(
      HttpStatus.CONFLICT,
      "Mutants cannot be tried on the version's scenarios",
      "What a scenario says of a changed cell counts only where it passes without the change, so all"
          + " of them must, and their files must have no fault."),

  /** Another version has a time set. */
  SCHEDULE_PENDING(
      HttpStatus.CONFLICT,
      "Another version has a time to go live",
      "One version at a time waits for its time: withdraw that one first."),

  /** No version was live before. */
  NOTHING_BEFORE(
      HttpStatus.CONFLICT,
      "No version was live before",
      "The policy cannot be rolled back, for the live version is the first one."),

  /** Others changed the policy at the same time. */
  OVERTAKEN(
      HttpStatus.CONFLICT,
      "Others were faster",
      "Others changed the policy at the same time; nothing was done. Look, and ask again."),

  /** What the request names does not exist. */
  NO_SUCH_THING(
      HttpStatus.NOT_FOUND,
      "What the request names is not known",
      "No account, vehicle, charge, transfer or payment has the number or id that the request names,"
          + " or none that this person may see. `reasons` says which."),

  /** Things do not stand so that it can be done. */
  CANNOT_BE_DONE(
      HttpStatus.CONFLICT,
      "It cannot be done as things stand",
      "The request is understood, and refused as things stand; nothing changed. `reasons` says why,"
          + " each reason with a stable code."),

  /** The policy lacks what it would need. */
  UNDECIDED(
      HttpStatus.CONFLICT,
      "The policy cannot decide",
      "The live policy lacks a row or a value that the request depends on; nothing was done."
          + " `reasons` names the table."),

  /** Any other refusal of HTTP. */
  REFUSED(
      HttpStatus.BAD_REQUEST,
      "The request is refused",
      "The request is refused for the reason that its status names."),

  /** The decision log takes no more for now. */
  LOG_FULL(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The decision log takes no more for now",
      "Decisions come faster than the log can keep them. Nothing was logged; ask again after the"
          + " seconds in `Retry-After`."),

  /** Others are at work in the database. */
  BUSY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The service is busy",
      "Others are at work on the same things, or too many at once. Nothing was done; ask again after"
          + " the seconds in `Retry-After`."),

  /** The fault is ours. */
  INTERNAL(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "The service failed",
      "The fault is the service's. `errorId` leads its operators to the cause.");

  private final HttpStatus status;
  private final String title;
  private final String meaning;
  private final String address;

  ProblemType(HttpStatus status, String title, String meaning) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.address = "/problems/" + slug();
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  String meaning() {
    return meaning;
  }

  String address() {
    return address;
  }

  final String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ProblemType> named(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The kind of problem that an HTTP status stands for by itself. */
  static ProblemType of(HttpStatus status) {
    return switch (status.getCode()) {
      case 400 -> BAD_REQUEST;
      case 401 -> NOT_SIGNED_IN;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      default -> status.getCode() < 500 ? REFUSED : INTERNAL;
    };
  }
}
