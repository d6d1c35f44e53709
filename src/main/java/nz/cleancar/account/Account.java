package nz.cleancar.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
 * @param scheme how it owes its charges: pay as you go until fleet average is approved
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
    Scheme scheme,
    AutoAccept autoAccept,
    LocalDate openedOn,
    @Nullable LocalDate verifiedOn,
    List<Suspension> suspensions,
    @Nullable LocalDate closedOn) {

  public Account {
    suspensions = List.copyOf(suspensions);
  }

  /** The day it was verified under the AML/CFT Act 2009, where it was. */
  public Optional<LocalDate> verified() {
    return Optional.ofNullable(verifiedOn);
  }

  /** The day it was closed, where it was. */
  public Optional<LocalDate> closed() {
    return Optional.ofNullable(closedOn);
  }

  /** The suspension that covers the day, if one does. */
  public Optional<Suspension> suspensionOn(LocalDate day) {
    return suspensions.stream().filter(each -> each.covers(day)).findFirst();
  }

  /** The state it is in on the day; what that state allows is said by the policy. */
  public AccountStatus statusOn(LocalDate day) {
    if (closedOn != null) {
      return AccountStatus.CLOSED;
    }
    return suspensionOn(day).isPresent() ? AccountStatus.SUSPENDED : AccountStatus.ACTIVE;
  }

  /** What a decision on the day needs to know of it. */
  public AccountFacts factsOn(LocalDate day) {
    return new AccountFacts(number, condition, scheme, statusOn(day), autoAccept);
  }
}
