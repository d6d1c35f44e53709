package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nz.cleancar.decision.Outcome.Assessment;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Unruled;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.AcceptedVehicle;
import nz.cleancar.ledger.Settled;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Question;
import nz.cleancar.vehicle.Circumstances.HeldBack;
import nz.cleancar.vehicle.Course.Turn;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Has accounts take vehicles by themselves: in the ledger first, then in the vehicles' records. */
@Singleton
final class Taking {

  private final Acceptances acceptances;

  Taking(Acceptances acceptances) {
    this.acceptances = acceptances;
  }

  /** Takes all these records as far as they go. */
  void run(Collection<Folder> folders, Course course, Circumstances now) {
    var taking = new LinkedHashMap<Folder, Turn.Takes>();
    for (Folder folder : folders) {
      if (course.run(folder) instanceof Turn.Takes takes) {
        taking.put(folder, takes);
      }
    }
    // Before anything is written: what is lacking would undo it.
    now.lacksNothing();
    taking.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                each -> each.getValue().account().number(),
                LinkedHashMap<AccountNumber, List<Map.Entry<Folder, Turn.Takes>>>::new,
                Collectors.toList()))
        .values()
        .forEach(ofAccount -> byItself(ofAccount, course, now));
    now.lacksNothing();
  }

  /** All of an account's together, which is faster; where that is refused, each for itself. */
  private void byItself(
      List<Map.Entry<Folder, Turn.Takes>> taking, Course course, Circumstances now) {
    boolean areFree = taking.stream().allMatch(each -> now.heldBack(mark(each.getKey())).isEmpty());
    var vehicles = new ArrayList<AcceptedVehicle>(taking.size());
    taking.forEach(each -> vehicles.add(vehicle(each.getKey().record(), each.getValue())));
    if (taking.size() > 1
        && areFree
        && accept(vehicles, mark(taking.getFirst().getKey())) instanceof Attempt.Done<Settled>) {
      taking.forEach(each -> accepted(each.getKey(), course));
      return;
    }
    taking.forEach(each -> byItself(each.getKey(), each.getValue(), course, now));
  }

  private void byItself(Folder folder, Turn.Takes first, Course course, Circumstances now) {
    Turn turn = first;
    while (turn instanceof Turn.Takes takes) {
      var heldBack = now.heldBack(mark(folder));
      if (heldBack.isPresent()) {
        folder.record(folder.record().at(Step.READY, heldBack.get()));
      } else {
        switch (accept(List.of(vehicle(folder.record(), takes)), mark(folder))) {
          case Attempt.Done<Settled> _ -> {
            accepted(folder, course);
            return;
          }
          case Attempt.Refused<Settled>(List<Refusal> why) ->
              folder.record(folder.record().at(Step.READY, reason(why.getFirst())));
        }
      }
      turn = course.run(folder);
    }
  }

  private static void accepted(Folder folder, Course course) {
    course.accepted(folder, "Its account accepted it by itself.");
  }

  /**
   * Accepts them in the ledger, where that can be done.
   *
   * @throws HeldBack if the policy lacks what the ledger asks it; all is undone
   */
  private Attempt<Settled> accept(List<AcceptedVehicle> vehicles, Mark first) {
    try {
      return acceptances.accept(vehicles, Settlement.withAllCredits());
    } catch (Unruled lacking) {
      throw new HeldBack(first, Deciding.lacks(lacking));
    }
  }

  private static AcceptedVehicle vehicle(VehicleRecord record, Turn.Takes takes) {
    return vehicle(record, takes.decision().decision().question(), takes.assessment());
  }

  /** The vehicle as the ledger accepts it. */
  static AcceptedVehicle vehicle(VehicleRecord record, Question question, Assessment assessment) {
    return new AcceptedVehicle(
        question.account().number(),
        question.account().scheme(),
        question.account().condition(),
        record.id().value(),
        question.legalDate(),
        assessment);
  }

  private static Mark mark(Folder folder) {
    return folder.record().identity().mark();
  }

  private static Reason reason(Refusal refusal) {
    return new Reason(refusal.code(), Course.cut(refusal.says()));
  }
}
