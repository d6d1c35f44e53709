package nz.cleancar.vehicle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Money;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's record as it stands.
 *
 * @param id its id
 * @param identity its VIN, its chassis number, or both
 * @param assigned the account that it is in, and how it came there
 * @param step how far it is
 * @param because why it is no further, or what became of it
 * @param lastDecided what was decided last, where something was
 * @param accepted the day it was accepted, where it was
 * @param version rises with each change
 */
public record VehicleRecord(
    VehicleId id,
    Identity identity,
    Assigned assigned,
    Step step,
    Reason because,
    @Nullable Decided lastDecided,
    @Nullable LocalDate accepted,
    long version) {

  /** What was decided last, where something was. */
  public Optional<Decided> decided() {
    return Optional.ofNullable(lastDecided);
  }

  /** The day it was accepted, where it was. */
  public Optional<LocalDate> acceptedOn() {
    return Optional.ofNullable(accepted);
  }

  /** The account that it is in, if it is in one. */
  public Optional<AccountNumber> account() {
    return Optional.ofNullable(assigned.account);
  }

  /** The model that a distributor gave it, where one did. */
  public Optional<ModelCode> model() {
    return Optional.ofNullable(assigned.model);
  }

  /** Whether its holder may dispute it: before acceptance only. */
  public boolean isOpen() {
    return step == Step.ENTERED || step == Step.READY;
  }

  VehicleRecord is(Identity known, Assigned known2) {
    return new VehicleRecord(id, known, known2, step, because, lastDecided, accepted, version);
  }

  VehicleRecord at(Step now, Reason why) {
    return new VehicleRecord(id, identity, assigned, now, why, lastDecided, accepted, version);
  }

  /** As before anything was decided of it. */
  VehicleRecord undecided() {
    return new VehicleRecord(id, identity, assigned, step, because, null, accepted, version);
  }

  VehicleRecord decided(Decided now, Reason why) {
    return new VehicleRecord(id, identity, assigned, Step.READY, why, now, accepted, version);
  }

  VehicleRecord acceptedOn(LocalDate day, Reason why) {
    return new VehicleRecord(id, identity, assigned, Step.ACCEPTED, why, lastDecided, day, version);
  }

  /**
   * The account that a vehicle is in, and how it came there.
   *
   * @param account the account's number, whether there is such an account or not yet; absent where
   *     none was named
   * @param model the model that a distributor gave it, where one did
   * @param movedTo the account that the agency moved it to, where it did
   * @param awaitedRevision the least revision of the register's record that it waits for, because a
   *     dispute found it wrong; 0 where it waits for none
   * @param left the accounts that it was rejected from: it comes into none of them again unless the
   *     agency moves it there
   */
  public record Assigned(
      @Nullable AccountNumber account,
      @Nullable ModelCode model,
      @Nullable AccountNumber movedTo,
      int awaitedRevision,
      Set<AccountNumber> left) {

    /** In no account. */
    public static final Assigned NOWHERE = new Assigned(null, null, null, 0, Set.of());

    public Assigned {
      left = Set.copyOf(left);
    }

    Assigned to(@Nullable AccountNumber toAccount, @Nullable ModelCode ofModel) {
      return new Assigned(toAccount, ofModel, movedTo, awaitedRevision, left);
    }

    Assigned moved(AccountNumber toAccount) {
      var others = new HashSet<>(left);
      others.remove(toAccount);
      return new Assigned(toAccount, model, toAccount, awaitedRevision, others);
    }

    Assigned awaiting(int revision) {
      return new Assigned(account, model, movedTo, revision, left);
    }

    /** Rejected from these; that the agency moved it to one of them no longer counts. */
    Assigned rejectedFrom(Set<AccountNumber> accounts) {
      var all = new HashSet<>(left);
      all.addAll(accounts);
      AccountNumber stillMovedTo = movedTo == null || all.contains(movedTo) ? null : movedTo;
      return new Assigned(account, model, stillMovedTo, awaitedRevision, all);
    }

    /** With what holds of the record of the same vehicle that becomes part of this one. */
    Assigned with(Assigned other) {
      Assigned moved =
          movedTo == null && other.movedTo != null
              ? new Assigned(other.movedTo, model, other.movedTo, awaitedRevision, left)
              : this;
      var all = new HashSet<>(left);
      all.addAll(other.left);
      return new Assigned(
          moved.account,
          model,
          moved.movedTo,
          Math.max(awaitedRevision, other.awaitedRevision),
          all);
    }
  }

  /**
   * What was decided of a vehicle.
   *
   * @param decision the decision's id
   * @param revision the revision of the register's record that it was made from
   * @param account the account that it was made for
   * @param legalDate the day whose law it applies
   * @param outcome what it says, by its name: {@code AWAIT_ACCEPTANCE} and so on
   * @param charge what the vehicle owes; zero where nothing
   * @param credits what it earns; zero where nothing
   */
  public record Decided(
      DecisionId decision,
      int revision,
      AccountNumber account,
      LegalDate legalDate,
      String outcome,
      Money charge,
      Grams credits) {}
}
