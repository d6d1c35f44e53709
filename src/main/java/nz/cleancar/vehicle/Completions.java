package nz.cleancar.vehicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.LateCorrection.Late;
import nz.cleancar.vehicle.VehicleRecord.Assigned;
import nz.cleancar.vehicle.VehicleRecord.Decided;

/**
 * Which of the things that are complete of a vehicle count: those that set its legal date, and so
 * its account. Where those do not agree, nobody guesses which is right.
 */
final class Completions {

  private Completions() {}

  /** Whether it sets the legal date of a vehicle such as the register's record tells of. */
  static boolean sets(Completion completion, Registered registered, Circumstances now) {
    return now.setters(registered.specification().condition()).kinds().contains(completion.kind());
  }

  /** Those that set the legal date; all, as long as the register tells of none that does. */
  static List<Completion> counting(Told told, Circumstances now) {
    List<Completion> setting = setting(told, now);
    return setting.isEmpty() ? told.completions() : setting;
  }

  /**
   * What is complete, of what the policy says sets the legal date of such a vehicle. Where more
   * than one is, one that names its account, and of those the one that was complete first.
   */
  static Optional<Completion> completed(
      Registered registered, Told told, AccountNumber account, Circumstances now) {
    return of(account, told).stream()
        .filter(completion -> sets(completion, registered, now))
        .findFirst();
  }

  /** The first revision that is decided: the one that the deciding completion rests on. */
  static OptionalInt first(Told told, AccountNumber account, Circumstances now) {
    return of(account, told).stream()
        .filter(
            completion ->
                Optional.ofNullable(told.revisions().get(completion.registerRevision()))
                    .filter(rests -> sets(completion, rests, now))
                    .flatMap(rests -> completed(rests, told, account, now))
                    .map(Completion::registerRevision)
                    .filter(told.revisions()::containsKey)
                    .isPresent())
        .mapToInt(Completion::registerRevision)
        .findFirst();
  }

  /**
   * Whether what was decided last follows from what is told now too: from the same first revision,
   * by the law of the same days, for an account that no completion has replaced since.
   *
   * @param before what was told when it was decided
   */
  static boolean stands(
      Decided last, VehicleRecord record, Told before, Told told, Circumstances now) {
    AccountNumber account = record.account().orElse(last.account());
    List<Completion> were = upTo(last.revision(), before, last.account(), now);
    List<Completion> are = upTo(last.revision(), told, account, now);
    boolean isReplaced =
        !account.equals(last.account())
            && record.assigned().movedTo() == null
            && !are.isEmpty()
            && are.getFirst().account().equals(account);
    return !isReplaced && days(were).equals(days(are)) && isOf(last.legalDate(), are);
  }

  private static boolean isOf(LegalDate decided, List<Completion> completions) {
    return completions.isEmpty() || completions.getLast().completedOn().equals(decided.day());
  }

  private static List<LocalDate> days(List<Completion> completions) {
    return completions.stream().map(Completion::completedOn).toList();
  }

  /** What is complete of the revisions from the first one on, as far as they have no gap. */
  private static List<Completion> upTo(
      int last, Told told, AccountNumber account, Circumstances now) {
    OptionalInt first = first(told, account, now);
    var complete = new ArrayList<Completion>();
    for (int next = first.orElse(last + 1); next <= last; next++) {
      Optional<Completion> completion =
          Optional.ofNullable(told.revisions().get(next))
              .flatMap(registered -> completed(registered, told, account, now));
      if (completion.isEmpty()) {
        break;
      }
      complete.add(completion.get());
    }
    return complete;
  }

  /** Completions that came after the vehicle was accepted, and would have been decided by. */
  static List<Late> late(VehicleRecord accepted, Told before, Told told, Circumstances now) {
    Decided last = accepted.decided().orElseThrow();
    Assigned assigned = accepted.assigned();
    Registered registered = told.revisions().get(last.revision());
    if (registered == null) {
      return List.of();
    }
    Optional<Completion> counts = completed(registered, told, last.account(), now);
    return told.completions().stream()
        .filter(each -> !before.completions().contains(each) && sets(each, registered, now))
        .filter(
            each ->
                counts.filter(each::equals).isPresent()
                    || (!each.account().equals(last.account())
                        && assigned.movedTo() == null
                        && !assigned.left().contains(each.account())))
        .flatMap(
            each ->
                Optional.ofNullable(told.completedBy().get(each))
                    .map(origin -> Late.of(each, origin))
                    .stream())
        .toList();
  }

  /** All, those that name the account first, and of those the one that was complete first. */
  private static List<Completion> of(AccountNumber account, Told told) {
    return told.completions().stream()
        .sorted(
            Comparator.<Completion, Boolean>comparing(each -> !each.account().equals(account))
                .thenComparing(Told.FIRST))
        .toList();
  }

  /**
   * Those that set the legal date and do not agree; none where they do, where all but one name
   * accounts that it was rejected from, or where the agency said which account it is in.
   */
  static List<Completion> differing(Told told, Assigned assigned, Circumstances now) {
    if (assigned.movedTo() != null) {
      return List.of();
    }
    List<Completion> setting =
        setting(told, now).stream()
            .filter(each -> !assigned.left().contains(each.account()))
            .toList();
    long kinds = setting.stream().map(Completion::kind).distinct().count();
    long accounts = setting.stream().map(Completion::account).distinct().count();
    return setting.size() > kinds || accounts > 1 ? setting : List.of();
  }

  /** What does not agree, in a sentence. */
  static String difference(List<Completion> differing) {
    return "What was said to be complete does not agree: %s. It waits until a sender corrects that, or the agency moves it."
        .formatted(
            differing.stream()
                .map(
                    each ->
                        "its %s of %s for account %s with revision %d"
                            .formatted(
                                each.kind().words(),
                                each.completedOn(),
                                each.account(),
                                each.registerRevision()))
                .collect(Collectors.joining("; ")));
  }

  private static List<Completion> setting(Told told, Circumstances now) {
    return told.completions().stream()
        .filter(
            each ->
                told.restedOn(each).filter(registered -> sets(each, registered, now)).isPresent())
        .toList();
  }
}
