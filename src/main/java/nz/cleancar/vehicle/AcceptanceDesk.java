package nz.cleancar.vehicle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.standard.Question;
import nz.cleancar.vehicle.Acceptance.Accepted;
import nz.cleancar.vehicle.Acceptance.AwaitsPayment;
import nz.cleancar.vehicle.Acceptance.NotAccepted;
import nz.cleancar.vehicle.Acceptance.OfVehicle;
import nz.cleancar.vehicle.AcceptanceJudgement.Verdict;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Vehicles that somebody wants an account to take, and what becomes of each. For one thread. */
final class AcceptanceDesk {

  private static final Refusal PENDING =
      Refusal.refused(
          "payment-pending",
          "A payment for this vehicle is under way; it is accepted once the money is there.");

  private final Account account;
  private final Course course;
  private final Map<VehicleId, Folder> folders = new HashMap<>();
  private final Map<VehicleId, OfVehicle> results = new LinkedHashMap<>();
  private final Map<AcceptedVehicle, Folder> ready = new LinkedHashMap<>();

  AcceptanceDesk(Account account, Course course, Filing filing) {
    this.account = account;
    this.course = course;
    filing.folders().forEach(folder -> folders.put(folder.record().id(), folder));
  }

  /**
   * Judges the vehicles.
   *
   * @param deciding decides a vehicle anew, and says what follows; empty results are never kept
   */
  void judge(List<VehicleId> vehicles, BiFunction<Folder, Question, Verdict> deciding) {
    for (VehicleId id : vehicles) {
      Folder folder = folders.get(id);
      Attempt<Question> asked =
          folder == null
              ? Attempt.refused(AcceptanceJudgement.unknown(account.number(), id))
              : AcceptanceJudgement.asked(folder, account, course);
      switch (asked) {
        case Attempt.Refused<Question>(List<Refusal> why) ->
            results.put(id, new NotAccepted(id, why));
        case Attempt.Done<Question>(Question question) -> {
          switch (deciding.apply(folder, question)) {
            case Verdict.Takes(AcceptedVehicle vehicle) -> {
              results.put(id, new Accepted(id));
              ready.put(vehicle, folder);
            }
            case Verdict.Anew(List<Refusal> why) -> results.put(id, new NotAccepted(id, why));
            case Verdict.Not(List<Refusal> why) -> results.put(id, new NotAccepted(id, why));
          }
        }
      }
    }
  }

  /** Notes that a payment for these is under way, and takes none of them meanwhile. */
  List<VehicleId> without(Set<VehicleId> pending, List<VehicleId> vehicles) {
    for (VehicleId id : vehicles) {
      if (pending.contains(id)) {
        results.put(id, new NotAccepted(id, List.of(PENDING)));
      }
    }
    return vehicles.stream().filter(id -> !pending.contains(id)).toList();
  }

  /** Those that may be taken. */
  List<AcceptedVehicle> ready() {
    return List.copyOf(ready.keySet());
  }

  /** Notes what the till took, and what it did not. */
  void taken(Till till, String says) {
    for (AcceptedVehicle vehicle : till.accepted()) {
      course.accepted(folder(vehicle), says);
    }
    till.refused()
        .forEach(
            (vehicle, why) -> {
              VehicleId id = folder(vehicle).record().id();
              results.put(id, new NotAccepted(id, why));
            });
  }

  /** Notes that these wait for a payment; in their order. */
  List<VehicleId> await(Iterable<AcceptedVehicle> vehicles) {
    var waiting = new ArrayList<VehicleId>();
    for (AcceptedVehicle vehicle : vehicles) {
      VehicleId id = folder(vehicle).record().id();
      results.put(id, new AwaitsPayment(id));
      waiting.add(id);
    }
    return waiting;
  }

  /** What became of each. */
  List<OfVehicle> results() {
    return List.copyOf(results.values());
  }

  private Folder folder(AcceptedVehicle vehicle) {
    return java.util.Objects.requireNonNull(ready.get(vehicle));
  }
}
