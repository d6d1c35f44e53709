package nz.cleancar.vehicle;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.VehicleRecord.Assigned;

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

  /** All, those that name the account first, and of those the one that was complete first. */
  static List<Completion> of(AccountNumber account, Told told) {
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
