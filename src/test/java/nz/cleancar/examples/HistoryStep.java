package nz.cleancar.examples;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Something that is done in a history. Accounts go from 0 to 3; what a step picks by a number it
 * picks from what there is by then, so that any list of steps is a history.
 */
sealed interface HistoryStep {

  /** A car comes, so many hundredths of a gram below its target; above it where below zero. */
  record Import(int account, int hundredthsBelow) implements HistoryStep {}

  /** Vehicles are accepted: one, several, or all. */
  record Accept(int account, Which which, int pick, int tenths, boolean payment)
      implements HistoryStep {}

  /** Which vehicles. */
  enum Which {
    ONE,
    SEVERAL,
    ALL
  }

  /** A payment with a reference to the sandbox. */
  record PayIn(int account, int cents, String behaviour) implements HistoryStep {}

  /** The provider says something of a payment. */
  record ProviderSays(int pick, Said said) implements HistoryStep {}

  /** What the provider says. */
  enum Said {
    ACCEPTED,
    ACCEPTED_MORE,
    DECLINED
  }

  /** The agency reconciles. */
  record Reconcile() implements HistoryStep {}

  /** So many tenths of the account's money are paid back; above ten, more than there is. */
  record Refund(int account, int tenthsOfIt) implements HistoryStep {}

  /** So many tenths of the account's credits are offered, in whole ones and perhaps one more. */
  record Offer(int from, int to, int tenthsOfIt, int more) implements HistoryStep {}

  /** An offer is agreed to. */
  record Agree(int pick) implements HistoryStep {}

  /** An offer is withdrawn or declined. */
  record End(int pick, boolean byReceiver) implements HistoryStep {}

  /** Charges are settled: one of them, or all that are payable. */
  record Settle(int account, boolean one, int pick, int tenths, boolean payment)
      implements HistoryStep {}

  /** The agency settles a year of the fleets. */
  record SettleYear(int yearsBack) implements HistoryStep {}

  /** A fleet's charge is carried into the next year; that of last year while it still can be. */
  record Defer(int account, int yearsBack) implements HistoryStep {}

  /** The agency suspends an account for so many days. */
  record Suspend(int account, int days) implements HistoryStep {}

  /** The agency lifts a suspension. */
  record Lift(int account) implements HistoryStep {}

  /** A vehicle is disputed. */
  record Dispute(int account, int pick) implements HistoryStep {}

  /** A dispute is resolved: the record stays, or leaves the account. */
  record Resolve(int pick, boolean rejects) implements HistoryStep {}

  /** Days go by. */
  record Later(int days) implements HistoryStep {}

  /** It becomes a day of January of the next year. */
  record NextYear(int day) implements HistoryStep {}

  /** Credits whose last day is over are ended. */
  record EndCredits() implements HistoryStep {}

  /** What the calendar asks for is done. */
  record DailyDuties() implements HistoryStep {}

  /** The holder closes an account. */
  record Close(int account, boolean deletesCredits) implements HistoryStep {}

  /** An earlier request comes again with its key. */
  record Again(int pick) implements HistoryStep {}

  /** Any step. */
  static Arbitrary<HistoryStep> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(26, imports()),
        Tuple.of(14, accepts()),
        Tuple.of(7, payments()),
        Tuple.of(3, says()),
        Tuple.of(2, Arbitraries.just(new Reconcile())),
        Tuple.of(3, Combinators.combine(account(), number(1, 12)).as(Refund::new)),
        Tuple.of(10, offers()),
        Tuple.of(8, pick().map(Agree::new)),
        Tuple.of(2, Combinators.combine(pick(), yes()).as(End::new)),
        Tuple.of(5, settlements()),
        Tuple.of(5, Arbitraries.of(1, 1, 1, 2, 0).map(SettleYear::new)),
        Tuple.of(4, Combinators.combine(account(), Arbitraries.of(1, 1, 1, 0, 2)).as(Defer::new)),
        Tuple.of(1, Combinators.combine(account(), number(0, 90)).as(Suspend::new)),
        Tuple.of(3, account().map(Lift::new)),
        Tuple.of(2, Combinators.combine(account(), pick()).as(Dispute::new)),
        Tuple.of(2, Combinators.combine(pick(), yes()).as(Resolve::new)),
        Tuple.of(9, days().map(Later::new)),
        Tuple.of(4, number(1, 31).map(NextYear::new)),
        Tuple.of(1, Arbitraries.just(new EndCredits())),
        Tuple.of(4, Arbitraries.just(new DailyDuties())),
        Tuple.of(2, Combinators.combine(account(), yes()).as(Close::new)),
        Tuple.of(5, pick().map(Again::new)));
  }

  private static Arbitrary<HistoryStep> imports() {
    var below =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0)),
            Tuple.of(8, number(-600, 600).map(tenths -> tenths * 10)),
            Tuple.of(2, number(-6000, 6000)));
    return Combinators.combine(account(), below).as(Import::new);
  }

  private static Arbitrary<HistoryStep> accepts() {
    return Combinators.combine(account(), Arbitraries.of(Which.values()), pick(), credits(), yes())
        .as(Accept::new);
  }

  private static Arbitrary<HistoryStep> payments() {
    var behaviours =
        Arbitraries.of(
            "Invoice 17",
            "sandbox-decline",
            "sandbox-timeout-accept",
            "sandbox-timeout-decline",
            "sandbox-lose",
            "sandbox-silent",
            "sandbox-twice",
            "sandbox-contradict",
            "sandbox-deny-later",
            "sandbox-accept-later",
            "sandbox-more",
            "sandbox-less",
            "sandbox-same-receipt",
            "sandbox-other-receipt",
            "sandbox-invent",
            "sandbox-forget");
    return Combinators.combine(account(), number(1_000, 90_000), behaviours).as(PayIn::new);
  }

  private static Arbitrary<HistoryStep> says() {
    return Combinators.combine(pick(), Arbitraries.of(Said.values())).as(ProviderSays::new);
  }

  private static Arbitrary<HistoryStep> offers() {
    return Combinators.combine(account(), account(), number(1, 10), number(0, 1)).as(Offer::new);
  }

  private static Arbitrary<HistoryStep> settlements() {
    return Combinators.combine(account(), yes(), pick(), credits(), yes()).as(Settle::new);
  }

  /** No credits, some, or all that there are. */
  private static Arbitrary<Integer> credits() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(0)),
        Tuple.of(1, number(1, 600)),
        Tuple.of(2, Arbitraries.just(HistoryModel.ALL)));
  }

  private static Arbitrary<Integer> days() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, number(1, 20)), Tuple.of(3, number(40, 200)), Tuple.of(2, number(300, 500)));
  }

  private static Arbitrary<Integer> account() {
    return number(0, 3);
  }

  private static Arbitrary<Integer> pick() {
    return number(0, 999);
  }

  private static Arbitrary<Boolean> yes() {
    return Arbitraries.of(true, false);
  }

  private static Arbitrary<Integer> number(int from, int to) {
    return Arbitraries.integers().between(from, to).withDistribution(RandomDistribution.uniform());
  }

  /** A history of so many steps, the first of which bring vehicles. */
  static Arbitrary<List<HistoryStep>> histories(int imports, int from, int to) {
    return Combinators.combine(
            imports().list().ofSize(imports), any().list().ofMinSize(from).ofMaxSize(to))
        .as((first, others) -> Stream.concat(first.stream(), others.stream()).toList());
  }
}
