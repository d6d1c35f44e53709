package nz.cleancar.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The days of a year on which vehicles are certified, and how much of the year each brings. */
final class WorkingDays {

  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 2),
          MonthDay.of(2, 6),
          MonthDay.of(4, 25),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** January and December are slow, and quarters end busily. */
  private static final double[] MONTHS = {
    .7, .9, 1.2, .9, 1.0, 1.1, 1.0, 1.0, 1.15, 1.05, 1.05, .8
  };

  private final List<LocalDate> days;
  private final int[] before;

  WorkingDays(int year, int vehicles) {
    days =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
            .filter(day -> !HOLIDAYS.contains(MonthDay.from(day)))
            .toList();
    before = new int[days.size() + 1];
    double all = days.stream().mapToDouble(WorkingDays::share).sum();
    double sum = 0;
    for (int i = 0; i < days.size(); i++) {
      sum += share(days.get(i));
      before[i + 1] = (int) Math.round(vehicles * sum / all);
    }
  }

  private static double share(LocalDate day) {
    return MONTHS[day.getMonthValue() - 1];
  }

  List<LocalDate> days() {
    return days;
  }

  /** How many vehicles are complete before the working day of this number, counted from 0. */
  int completeBefore(int day) {
    return before[day];
  }
}
