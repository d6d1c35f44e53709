package nz.cleancar.account;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import org.jspecify.annotations.Nullable;

/**
 * A CO2 account as it stands.
 *
 * @param number its unique number
 * @param holder who holds it
 * @param condition the vehicles it is for; new and used need separate accounts
 * @param schemes how it owes its charges since when, the first one first; the first is in force
 *     from its opening
 * @param autoAccept its two auto-accept switches
 * @param openedOn the day it was opened
 * @param verifiedOn the day it was verified under the AML/CFT Act 2009, where it was
 * @param suspensions its suspensions, the first one first
 * @param closedOn the day it was closed, where it was
 */
public record Account(
    AccountNumber number,
    Holder holder,
    VehicleCondition condition,
    List<SchemeFrom> schemes,
    AutoAccept autoAccept,
    LocalDate openedOn,
    @Nullable LocalDate verifiedOn,
    List<Suspension> suspensions,
    @Nullable LocalDate closedOn) {

  public Account {
    schemes = schemes.stream().sorted(Comparator.comparing(SchemeFrom::from)).toList();
    suspensions = List.copyOf(suspensions);
    if (schemes.isEmpty()) {
      throw new IllegalArgumentException("An account is in a scheme from its opening.");
    }
  }

  /** An account that is opened: pay as you go, with both auto-accept switches off. */
  public static Account opened(
      AccountNumber number, Holder holder, VehicleCondition condition, LocalDate day) {
    return new Account(
        number,
        holder,
        condition,
        List.of(new SchemeFrom(Scheme.PAYG, day)),
        new AutoAccept(false, false),
        day,
        null,
        List.of(),
        null);
  }

  /** The day it was verified under the AML/CFT Act 2009, where it was. */
  public Optional<LocalDate> verified() {
    return Optional.ofNullable(verifiedOn);
  }

  /** The day it was closed, where it was. */
  public Optional<LocalDate> closed() {
    return Optional.ofNullable(closedOn);
  }

  /** The scheme that it is in on the day; before its opening, its first. */
  public Scheme schemeOn(LocalDate day) {
    return schemes.stream()
        .filter(each -> !each.from().isAfter(day))
        .reduce((_, later) -> later)
        .orElseGet(schemes::getFirst)
        .scheme();
  }

  /** The suspension that covers the day, if one does. */
  public Optional<Suspension> suspensionOn(LocalDate day) {
    return suspensions.stream().filter(each -> each.covers(day)).findFirst();
  }

  /** The state it is in on the day; what that state allows is said by the policy. */
  public AccountStatus statusOn(LocalDate day) {
    if (closedOn != null && !day.isBefore(closedOn)) {
      return AccountStatus.CLOSED;
    }
    return suspensionOn(day).isPresent() ? AccountStatus.SUSPENDED : AccountStatus.ACTIVE;
  }

  /** What a decision on the day needs to know of it. */
  public AccountFacts factsOn(LocalDate day) {
    return new AccountFacts(number, condition, schemeOn(day), statusOn(day), autoAccept);
  }

  /** The same with another holder. */
  public Account with(Holder other) {
    return new Account(
        number, other, condition, schemes, autoAccept, openedOn, verifiedOn, suspensions, closedOn);
  }

  /** The same with other switches. */
  public Account with(AutoAccept other) {
    return new Account(
        number, holder, condition, schemes, other, openedOn, verifiedOn, suspensions, closedOn);
  }

  /** The same in another scheme from the day; what was to begin then or later no longer is. */
  public Account with(SchemeFrom next) {
    var all =
        Stream.concat(
                schemes.stream().filter(each -> each.from().isBefore(next.from())), Stream.of(next))
            .toList();
    return new Account(
        number, holder, condition, all, autoAccept, openedOn, verifiedOn, suspensions, closedOn);
  }

  /** The same with other suspensions. */
  public Account withSuspensions(List<Suspension> all) {
    return new Account(
        number, holder, condition, schemes, autoAccept, openedOn, verifiedOn, all, closedOn);
  }

  /** The same, verified on the day. */
  public Account verifiedOn(LocalDate day) {
    return new Account(
        number, holder, condition, schemes, autoAccept, openedOn, day, suspensions, closedOn);
  }

  /** The same, not verified. */
  public Account unverified() {
    return new Account(
        number, holder, condition, schemes, autoAccept, openedOn, null, suspensions, closedOn);
  }

  /** The same, closed on the day. */
  public Account closedOn(LocalDate day) {
    return new Account(
        number, holder, condition, schemes, autoAccept, openedOn, verifiedOn, suspensions, day);
  }
}
