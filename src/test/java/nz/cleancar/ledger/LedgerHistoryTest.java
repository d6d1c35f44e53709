package nz.cleancar.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.ledger.Credits.Transfer;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.EachAlone;

/** Long histories of all that the ledger does, with books on paper beside it. */
class LedgerHistoryTest {

  private static final int ACCOUNTS = 3;

  /** A step of a history; ids come from few, so that things are tried again. */
  sealed interface Step {
    /** A vehicle below its target is accepted. */
    record Below(int account, int id, int tenths) implements Step {}

    /** A vehicle above its target is accepted, by at most so many credits. */
    record Above(int account, int id, int tenths, int rate, int mostCredits) implements Step {}

    /** Whatever is payable is settled. */
    record Settle(int account, int mostCredits) implements Step {}

    /** Money comes in. */
    record Pays(int account, int id, int cents) implements Step {}

    /** Money is paid back. */
    record PaidBack(int account, int id, int cents) implements Step {}

    /** Credits go to the next account. */
    record Gives(int account, int id, int tenths, int received) implements Step {}

    /** Time goes on. */
    record Later(int days) implements Step {}

    /** What expired is ended. */
    record Expire() implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    var account = Arbitraries.integers().between(0, ACCOUNTS - 1);
    var id = Arbitraries.integers().between(0, 400);
    var tenths = Arbitraries.integers().between(0, 900);
    var most = Arbitraries.of(0, 1, 55, 10_000);
    var cents = Arbitraries.integers().between(1, 60_000);
    return Arbitraries.<Step>oneOf(
            Combinators.combine(account, id, tenths).as(Step.Below::new),
            Combinators.combine(account, id, tenths, Arbitraries.of(6, 18, 27), most)
                .as(Step.Above::new),
            Combinators.combine(account, most).as(Step.Settle::new),
            Combinators.combine(account, id, cents).as(Step.Pays::new),
            Combinators.combine(account, id, cents).as(Step.PaidBack::new),
            Combinators.combine(account, id, tenths, Arbitraries.of(1, 2, 3)).as(Step.Gives::new),
            Arbitraries.of(1, 7, 30, 400).map(Step.Later::new),
            Arbitraries.just(new Step.Expire()))
        .list()
        .ofMinSize(40)
        .ofMaxSize(160);
  }

  @Property(tries = 50, shrinking = ShrinkingMode.BOUNDED)
  void whatever_happens_the_ledger_says_what_the_paper_says(
      @ForAll("histories") List<Step> history) {
    // Given
    var run = new Run();

    // When
    for (Step step : history) {
      run.take(step);

      // Then
      run.agrees();
    }
    run.balances();
  }

  /** The ledger and the paper side by side. */
  private static final class Run {

    private final ATestLedger test = ATestLedger.shipped();
    private final List<PlainBooks> papers = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private LocalDate today = LocalDate.of(2023, 3, 1);

    Run() {
      test.on(today.toString());
      for (int n = 0; n < ACCOUNTS; n++) {
        papers.add(new PlainBooks());
        test.accounts().open(ATestAccount.payAsYouGo(number(n).value()));
      }
    }

    private static AccountNumber number(int account) {
      return new AccountNumber("CO2-" + account);
    }

    void take(Step step) {
      int before = test.entries().size();
      boolean isDone =
          switch (step) {
            case Step.Below below -> below(below);
            case Step.Above above -> above(above);
            case Step.Settle settle -> settle(settle);
            case Step.Pays pays -> pays(pays);
            case Step.PaidBack back -> paidBack(back);
            case Step.Gives gives -> gives(gives);
            case Step.Later(int days) -> later(days);
            case Step.Expire _ -> expire();
          };
      if (!isDone) {
        assertThat(test.entries()).as("what was refused leaves nothing").hasSize(before);
      }
    }

    /** Whether it is the first time; the ledger must tell it likewise. */
    private boolean isNew(String what) {
      return !seen.contains(what);
    }

    private boolean agreed(Attempt<?> attempt, boolean paperDoes, String what) {
      assertThat(attempt instanceof Attempt.Done<?>).as(what).isEqualTo(paperDoes);
      if (paperDoes) {
        seen.add(what);
      }
      return paperDoes;
    }

    private boolean below(Step.Below step) {
      String id = "below-" + step.id();
      if (step.tenths() == 0) {
        return true;
      }
      boolean isNew = isNew(id);
      if (isNew) {
        papers.get(step.account()).earn(today, step.tenths());
      }
      return agreed(
          accept(step.account(), id, Grams.ofTenths(step.tenths()).toString(), 6, 0), isNew, id);
    }

    private boolean above(Step.Above step) {
      String id = "above-" + step.id();
      if (step.tenths() == 0) {
        return true;
      }
      boolean does =
          isNew(id)
              && papers
                  .get(step.account())
                  .accept(today, id, step.tenths(), step.rate(), step.mostCredits());
      return agreed(
          accept(
              step.account(),
              id,
              Grams.ofTenths(-step.tenths()).toString(),
              step.rate(),
              step.mostCredits()),
          does,
          id);
    }

    private Attempt<Settled> accept(
        int account, String id, String difference, int rate, int mostCredits) {
      return test.acceptances()
          .accept(
              Vehicles.payAsYouGo(number(account), id, today, difference, Integer.toString(rate)),
              new Settlement(Grams.ofTenths(mostCredits)));
    }

    private boolean settle(Step.Settle step) {
      boolean does = papers.get(step.account()).settle(today, step.mostCredits());
      var attempt =
          test.charges()
              .settle(
                  number(step.account()),
                  List.of(),
                  new Settlement(Grams.ofTenths(step.mostCredits())));
      return agreed(attempt, does, "settle");
    }

    private boolean pays(Step.Pays step) {
      String id = "payment-" + step.id();
      boolean isNew = isNew(id);
      if (isNew) {
        papers.get(step.account()).cents += step.cents();
      }
      return agreed(
          test.money().receive(number(step.account()), new Money(step.cents()), id), isNew, id);
    }

    private boolean paidBack(Step.PaidBack step) {
      String id = "refund-" + step.id();
      PlainBooks paper = papers.get(step.account());
      boolean does = isNew(id) && paper.cents >= step.cents();
      if (does) {
        paper.cents -= step.cents();
      }
      return agreed(
          test.money().payBack(number(step.account()), new Money(step.cents()), id), does, id);
    }

    /** Three for two, two for one, one for one: what is received, by tenths. */
    private boolean gives(Step.Gives step) {
      String id = "transfer-" + step.id();
      long given = step.tenths();
      long received = given * 2 / step.received();
      if (given == 0 || received == 0) {
        return true;
      }
      PlainBooks giver = papers.get(step.account());
      int other = (step.account() + 1) % ACCOUNTS;
      boolean does = isNew(id) && giver.usable(today) >= given;
      if (does) {
        long left = 0;
        long arrived = 0;
        for (var lot : giver.take(today, given).entrySet()) {
          left += lot.getValue();
          long share = left * received / given - arrived;
          papers.get(other).earn(lot.getKey(), share);
          arrived += share;
        }
      }
      var transfer =
          new Transfer(
              id,
              number(step.account()),
              number(other),
              Grams.ofTenths(given),
              Grams.ofTenths(received));
      return agreed(test.credits().transfer(transfer), does, id);
    }

    private boolean later(int days) {
      today = today.plusDays(days);
      test.on(today.toString());
      return true;
    }

    private boolean expire() {
      long tenths = papers.stream().mapToLong(paper -> paper.expire(today)).sum();
      assertThat(test.credits().expire(today, new EachAlone())).isEqualTo(Grams.ofTenths(tenths));
      return true;
    }

    void agrees() {
      for (int n = 0; n < ACCOUNTS; n++) {
        PlainBooks paper = papers.get(n);
        Balances balances = test.ledger().balances(number(n));
        assertThat(balances.money().cents()).isEqualTo(paper.cents).isNotNegative();
        assertThat(balances.credits().tenths()).isEqualTo(paper.usable(today));
        assertThat(kept(n)).isEqualTo(paper.credits);
        assertThat(balances.lots()).noneMatch(lot -> lot.expiresOn().isBefore(today));
        assertThat(balances.charges())
            .extracting(each -> each.charge().id().value(), each -> each.left().cents())
            .containsExactlyInAnyOrderElementsOf(
                paper.charges.values().stream()
                    .map(each -> tuple(each.id(), each.cents()))
                    .toList());
      }
    }

    private Map<LocalDate, Long> kept(int account) {
      var kept = new TreeMap<LocalDate, Long>();
      test.store().balances(number(account)).stream()
          .filter(balance -> balance.book() == Book.CREDITS)
          .forEach(balance -> kept.put(LocalDate.parse(balance.lot()), balance.amount()));
      return kept;
    }

    /** All postings of all entries come to nothing in whatever they count. */
    void balances() {
      var sums = new EnumMap<Book.Counted, Long>(Book.Counted.class);
      test.entries().stream()
          .flatMap(entry -> entry.postings().stream())
          .forEach(
              posting -> sums.merge(posting.book().counted(), posting.amount(), Math::addExact));
      assertThat(sums.values()).allMatch(sum -> sum == 0);
    }
  }
}
