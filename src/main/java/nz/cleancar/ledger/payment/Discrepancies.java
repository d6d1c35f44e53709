package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.util.List;
import nz.cleancar.ledger.payment.Discrepancy.Resolution;
import nz.cleancar.security.Person;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** What the payment provider said and does not fit, for the agency to look into. */
@Singleton
public final class Discrepancies {

  private final DiscrepancyBook book;
  private final AllOrNothing work;
  private final NewZealand clock;

  Discrepancies(DiscrepancyBook book, AllOrNothing work, NewZealand clock) {
    this.book = book;
    this.work = work;
    this.clock = clock;
  }

  /** The discrepancies, the oldest first, after the id; an empty text begins. */
  public List<Discrepancy> list(boolean onlyOpen, String afterId, int most) {
    return book.list(onlyOpen, afterId, most);
  }

  /** Notes what people found and did about one. Nothing in the ledger moves by it. */
  public Attempt<Discrepancy> resolve(Person person, String id, String note) {
    return work.attempt(
        () ->
            book.lock(id)
                .map(found -> resolve(person, found, note))
                .orElseGet(
                    () ->
                        Attempt.refused(
                            Refusal.unknown(
                                "no-such-discrepancy", "There is no discrepancy " + id + "."))));
  }

  private Attempt<Discrepancy> resolve(Person person, Discrepancy found, String note) {
    if (found.resolved().isPresent()) {
      return Attempt.refused(
          Refusal.refused(
              "already-resolved",
              "%s noted on this discrepancy before: %s"
                  .formatted(found.resolved().get().by(), found.resolved().get().note())));
    }
    var resolved = found.with(new Resolution(note, person.name(), clock.now()));
    book.keep(resolved);
    return Attempt.done(resolved);
  }
}
