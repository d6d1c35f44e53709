package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.account.Permission;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.ledger.Acceptances;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Question;
import nz.cleancar.vehicle.Acceptance.Which;
import nz.cleancar.vehicle.Acceptance.Wish;
import nz.cleancar.vehicle.AcceptanceJudgement.Verdict;
import nz.cleancar.vehicle.AcceptanceOrders.Order;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;

/**
 * Accepting vehicles by hand (NZTA, Accepting vehicles): each is decided again with what holds of
 * the account today, and what it owes is settled there and then.
 */
@Singleton
public final class Accepting {

  /** The purpose of a payment for vehicles. */
  public static final String PURPOSE = "VEHICLES";

  private static final Refusal LACKING =
      Refusal.refused("undecided", "It is not decided yet; ask again.");

  private final Access access;
  private final AccountRules rules;
  private final VehicleBook book;
  private final Deciding deciding;
  private final Acceptances acceptances;
  private final Payments payments;
  private final AcceptanceOrders orders;
  private final AllOrNothing work;
  private final UniqueIds ids;
  private final NewZealand clock;

  Accepting(
      Access access,
      AccountRules rules,
      VehicleBook book,
      Deciding deciding,
      Acceptances acceptances,
      Payments payments,
      AcceptanceOrders orders,
      AllOrNothing work,
      UniqueIds ids,
      NewZealand clock) {
    this.access = access;
    this.rules = rules;
    this.book = book;
    this.deciding = deciding;
    this.acceptances = acceptances;
    this.payments = payments;
    this.orders = orders;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** Accepts vehicles within a request; for {@link #within}. */
  public interface Request {

    /**
     * Accepts vehicles of the account, for somebody who may. Joins the work that is under way.
     *
     * @return what became of each; refused where the account may accept none
     */
    Attempt<Acceptance> accept(Person person, AccountNumber account, Wish wish);
  }

  /**
   * Does a request that accepts vehicles in work of its own. It may be done several times before it
   * counts, so it must do nothing but change what its work undoes. Not to be called inside work.
   */
  public <T> T within(Function<Request, T> request) {
    return deciding.rounds(
        List.of(),
        circumstances ->
            request.apply(
                (person, account, wish) ->
                    work.attempt(() -> accept(person, account, wish, circumstances))));
  }

  /**
   * As {@link Request#accept}, in work of its own; not to be called inside work. Where a payment
   * was started, have the provider asked for it next.
   */
  public Attempt<Acceptance> accept(Person person, AccountNumber account, Wish wish) {
    return within(request -> request.accept(person, account, wish));
  }

  private Attempt<Acceptance> accept(
      Person person, AccountNumber number, Wish wish, Supplier<Circumstances> circumstances) {
    return access
        .locked(person, number, Permission.ACCEPT_VEHICLES)
        .then(account -> rules.allowing(account, Operation.ACCEPT_VEHICLE, clock.today()))
        .then(account -> accept(person, account, wish, circumstances.get()));
  }

  private Attempt<Acceptance> accept(Person person, Account account, Wish wish, Circumstances now) {
    List<VehicleId> asked = asked(account.number(), wish.which());
    List<VehicleId> page = asked.subList(0, Math.min(asked.size(), Acceptance.MOST));
    String next = asked.size() > page.size() ? page.getLast().value() : "";
    List<VehicleFile> files = book.files(page);
    var filing = new Filing(this::id, Map.of(), files, book.models(Feeds.models(files)));
    var course = new Course(now, filing.models());
    var desk = new AcceptanceDesk(account, course, filing);
    List<VehicleId> free = desk.without(orders.pending(account.number()), page);
    desk.judge(free, (folder, question) -> decided(folder, question, now));
    // Before anything is written: what is lacking would undo it.
    now.lacksNothing();
    var till = new Till(acceptances, wish.how());
    till.take(desk.ready());
    desk.taken(till, "Accepted.");
    Attempt<Optional<Payment>> payment =
        wish.startsPayment() && !till.refused().isEmpty()
            ? withPayment(person, account.number(), till, desk)
            : Attempt.done(Optional.empty());
    return payment.map(
        started -> {
          book.keep(filing.changes(clock.now(), person.name().text()));
          return new Acceptance(desk.results(), till.settled(), started.orElse(null), next);
        });
  }

  /** One more than fit, where more wait. */
  private List<VehicleId> asked(AccountNumber account, Which which) {
    return switch (which) {
      case Which.Named(List<VehicleId> vehicles) -> vehicles;
      case Which.Waiting(String after) ->
          book.inAccount(account, Step.READY, after, Acceptance.MOST + 1).stream()
              .map(VehicleRecord::id)
              .toList();
    };
  }

  /** Notes today's decision; where it is lacking, all of this is done again with it. */
  private static Verdict decided(Folder folder, Question question, Circumstances now) {
    Optional<LoggedDecision> decision = now.decision(question);
    if (decision.isEmpty()) {
      return new Verdict.Not(List.of(LACKING));
    }
    VehicleRecord before = folder.record();
    Verdict verdict = AcceptanceJudgement.of(before, question, decision.get().decision().outcome());
    switch (verdict) {
      case Verdict.Takes _, Verdict.Anew _ ->
          Course.decided(folder, decision.get(), before.decided().orElseThrow().revision());
      case Verdict.Not _ -> {}
    }
    return verdict;
  }

  private Attempt<Optional<Payment>> withPayment(
      Person person, AccountNumber account, Till till, AcceptanceDesk desk) {
    Money toPay = till.toPay();
    if (toPay.compareTo(PaymentOrder.MOST) > 0) {
      return Attempt.refused(
          Refusal.refused(
              "payment-too-large",
              "%s NZD are to be paid, and one payment is of at most %s NZD; accept fewer vehicles at once."
                  .formatted(toPay, PaymentOrder.MOST)));
    }
    return payments
        .start(person, new PaymentOrder(account, toPay, PURPOSE, ""))
        .map(
            payment -> {
              orders.add(
                  new Order(
                      payment.id(),
                      account,
                      till.left(),
                      person.name(),
                      clock.now(),
                      desk.await(till.refused().keySet()),
                      till.refused().keySet().stream()
                          .map(vehicle -> vehicle.assessment().charge().amount())
                          .toList()));
              return Optional.of(payment);
            });
  }

  private String id() {
    return ids.next(clock.now());
  }
}
