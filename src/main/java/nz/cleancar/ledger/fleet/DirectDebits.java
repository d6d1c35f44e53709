package nz.cleancar.ledger.fleet;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Direct debits of what fleet average accounts still owe after the due day (NZTA, CCS update of 23
 * March 2023). A debit that was collected is recorded as a payment.
 */
@Singleton
public final class DirectDebits {

  /** How what is owed after the due day is collected, as the policy says it. */
  static final String WAY = "DIRECT_DEBIT";

  private static final int PAGE = 500;

  private final DebitBook book;
  private final AllOrNothing work;
  private final NewZealand clock;

  DirectDebits(DebitBook book, AllOrNothing work, NewZealand clock) {
    this.book = book;
    this.work = work;
    this.clock = clock;
  }

  /**
   * The debits of the day, in the order of their accounts: all that was due before it and is still
   * owed now, but for charges that an open payment is for. Asking again gives the same file, less
   * what was paid meanwhile.
   */
  public Attempt<List<DirectDebit>> file(LocalDate day) {
    if (day.isAfter(clock.today())) {
      return Attempt.refused(
          Refusal.invalid("day-to-come", "A file is for today or a day before, not " + day + "."));
    }
    return Attempt.done(work.run(() -> debits(day)));
  }

  private List<DirectDebit> debits(LocalDate day) {
    var debits = new ArrayList<DirectDebit>();
    List<DebitBook.Due> due = book.due(day, WAY, "", 0, PAGE);
    while (!due.isEmpty()) {
      due.forEach(each -> debits.add(debit(each, day)));
      DebitBook.Due last = due.getLast();
      due = book.due(day, WAY, last.account().value(), last.year(), PAGE);
    }
    return debits;
  }

  private DirectDebit debit(DebitBook.Due due, LocalDate day) {
    LocalDate first = book.firstFiled(due.account(), due.year(), day);
    return new DirectDebit(
        DirectDebit.reference(due.account(), due.year()),
        due.account(),
        due.holder(),
        due.year(),
        due.left(),
        due.dueOn(),
        first,
        first.isBefore(day));
  }
}
