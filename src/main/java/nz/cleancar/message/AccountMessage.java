package nz.cleancar.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountEvent;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.account.Holder;
import nz.cleancar.account.Permission;
import nz.cleancar.account.Suspension;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * A CO2 account on the wire.
 *
 * @param number its unique number
 * @param status the state it is in today: ACTIVE, SUSPENDED or CLOSED
 * @param condition the vehicles it is for
 * @param holder who holds it
 * @param scheme how it owes its charges today
 * @param schemes how it owes its charges since when, the first one first
 * @param autoAccept its auto-accept switches
 * @param suspensions its suspensions, the first one first
 * @param dates the days of its life
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Account", description = "A CO2 account.")
public record AccountMessage(
    @Schema(example = "CO2-200001") String number,
    @Schema(example = "ACTIVE") String status,
    @Schema(example = "USED") String condition,
    HolderMessage holder,
    @Schema(example = "PAYG") String scheme,
    List<SchemeMessage> schemes,
    Switches autoAccept,
    List<SuspensionMessage> suspensions,
    Dates dates) {

  /** The account on the wire, as it stands on the day. */
  public static AccountMessage from(Account account, LocalDate today) {
    return new AccountMessage(
        account.number().value(),
        account.statusOn(today).name(),
        account.condition().name(),
        HolderMessage.from(account.holder()),
        account.schemeOn(today).name(),
        account.schemes().stream()
            .map(each -> new SchemeMessage(each.scheme().name(), each.from().toString()))
            .toList(),
        Switches.from(account.autoAccept()),
        account.suspensions().stream().map(SuspensionMessage::from).toList(),
        Dates.of(account));
  }

  /**
   * Who holds an account.
   *
   * @param kind PERSON or BUSINESS
   * @param name the holder's name
   * @param email where notices are sent
   * @param owner the person with primary control
   */
  @Serdeable
  @Schema(name = "AccountHolder")
  public record HolderMessage(
      @Schema(example = "BUSINESS") String kind,
      @Schema(example = "Kiwi Imports") String name,
      @Schema(example = "office@kiwi-imports.example") String email,
      @Schema(example = "olive") String owner) {

    static HolderMessage from(Holder holder) {
      return new HolderMessage(
          holder.kind().name(), holder.name(), holder.email(), holder.owner().text());
    }
  }

  /**
   * A scheme that an account is in until a later one begins.
   *
   * @param scheme PAYG or FLEET_AVERAGE
   * @param firstDay the first day
   */
  @Serdeable
  @Schema(name = "AccountScheme")
  public record SchemeMessage(
      @Schema(example = "PAYG") String scheme, @Schema(format = "date") String firstDay) {}

  /**
   * Auto-accept switches.
   *
   * @param atOrBelowTarget whether vehicles at or below target are accepted by themselves
   * @param aboveTarget whether vehicles above target are
   */
  @Serdeable
  @Schema(name = "AccountAutoAccept")
  public record Switches(boolean atOrBelowTarget, boolean aboveTarget) {

    static Switches from(AutoAccept autoAccept) {
      return new Switches(autoAccept.atOrBelowTarget(), autoAccept.aboveTarget());
    }
  }

  /**
   * A time in which an account takes no vehicles.
   *
   * @param ground why in law
   * @param noticeGivenOn the day that notice was given; the first day where none was needed
   * @param firstDay its first day
   * @param lastDay its last day
   * @param liftedOn the first day on which it no longer held, where the agency ended it early
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Suspension")
  public record SuspensionMessage(
      @Schema(example = "NON_COMPLIANCE") String ground,
      @Schema(format = "date") String noticeGivenOn,
      @Schema(format = "date") String firstDay,
      @Schema(format = "date") String lastDay,
      @Nullable @Schema(format = "date") String liftedOn) {

    static SuspensionMessage from(Suspension suspension) {
      return new SuspensionMessage(
          suspension.ground(),
          suspension.noticeGivenOn().toString(),
          suspension.from().toString(),
          suspension.to().toString(),
          suspension.lifted().map(LocalDate::toString).orElse(null));
    }
  }

  /**
   * The days of an account's life.
   *
   * @param openedOn the day it was opened
   * @param verifiedOn the day it was verified under the AML/CFT Act 2009, where it was
   * @param closedOn the day it was closed, where it was
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccountDates")
  public record Dates(
      @Schema(format = "date") String openedOn,
      @Nullable @Schema(format = "date") String verifiedOn,
      @Nullable @Schema(format = "date") String closedOn) {

    static Dates of(Account account) {
      return new Dates(
          account.openedOn().toString(),
          account.verified().map(LocalDate::toString).orElse(null),
          account.closed().map(LocalDate::toString).orElse(null));
    }
  }

  /**
   * Accounts, a page of them.
   *
   * @param accounts in the order of their numbers
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccountPage")
  public record Page(List<AccountMessage> accounts, @Nullable String next) {

    /** A page of at most so many. */
    public static Page of(List<Account> found, int most, LocalDate today) {
      return new Page(
          found.stream().map(each -> from(each, today)).toList(),
          found.size() < most ? null : found.getLast().number().value());
    }
  }

  /**
   * Whether an account exists, and nothing else of it.
   *
   * @param number the number that was asked for
   * @param exists whether an account has it
   */
  @Serdeable
  @Schema(name = "AccountRegistered")
  public record Registered(@Schema(example = "CO2-200001") String number, boolean exists) {}

  /**
   * A person in an account.
   *
   * @param person who
   * @param permissions what they may do there
   * @param owner whether they own the account
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "AccountPerson")
  public record PersonMessage(
      @Schema(example = "olive") String person, List<Permission> permissions, boolean owner) {

    /** The person on the wire. */
    public static PersonMessage from(AccountPerson person, Account account) {
      var permissions = EnumSet.noneOf(Permission.class);
      permissions.addAll(person.permissions());
      return new PersonMessage(
          person.person().text(),
          List.copyOf(permissions),
          person.person().equals(account.holder().owner()));
    }
  }

  /**
   * Something that was done with an account.
   *
   * @param number its place among the account's events
   * @param what what was done
   * @param detail what exactly; absent where {@code what} says it all
   * @param by who did it
   * @param at when
   * @param reason why; absent where nobody had to say so
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccountEvent")
  public record EventMessage(
      long number,
      @Schema(example = "SUSPENDED") String what,
      @Nullable String detail,
      @Schema(example = "aroha") String by,
      @Schema(format = "date-time") String at,
      @Nullable String reason) {

    /** The event on the wire. */
    public static EventMessage from(AccountEvent event) {
      return new EventMessage(
          event.number(),
          event.what().name(),
          event.detail().isEmpty() ? null : event.detail(),
          event.by().text(),
          NewZealand.at(event.at()).toString(),
          event.reason().isEmpty() ? null : event.reason());
    }
  }

  /**
   * Events of an account, a page of them.
   *
   * @param events in order
   * @param next what {@code after} of the next page is; absent on the last one
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccountEventPage")
  public record EventPage(List<EventMessage> events, @Nullable String next) {

    /** A page of at most so many. */
    public static EventPage of(List<AccountEvent> found, int most) {
      return new EventPage(
          found.stream().map(EventMessage::from).toList(),
          found.size() < most ? null : Long.toString(found.getLast().number()));
    }
  }
}
