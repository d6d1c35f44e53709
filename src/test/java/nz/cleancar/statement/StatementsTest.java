package nz.cleancar.statement;

import static nz.cleancar.ledger.Done.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.COLLECTION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.ATestLedger;
import nz.cleancar.ledger.Entry;
import nz.cleancar.ledger.LedgerStore.LinesAsked;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.Vehicles;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.work.Attempt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements against the ledger that they are made from. */
class StatementsTest {

  private static final Account ACCOUNT = ATestAccount.payAsYouGo("CO2-1");

  private static final Vin ABOVE = new Vin("7AT0H0MX00A000001");

  private final List<Collection<String>> asked = new ArrayList<>();
  private final ATestLedger test = ATestLedger.shipped();
  private final Statements statements = statements(Statements.MOST_LINES);

  @BeforeEach
  void threeDays() {
    test.accounts().open(ACCOUNT);
    test.accounts().open(ATestAccount.payAsYouGo("CO2-2"));
    test.on("2026-02-27");
    accept("early", "10");
    test.on("2026-03-02");
    done(test.money().receive(ACCOUNT.number(), new Money(30_000), "p1"));
    accept("above", "-41.4");
    test.on("2026-03-31");
    accept("below", "118.9");
    var fleet =
        Vehicles.inFleet(ACCOUNT.number(), "fleet", LocalDate.of(2026, 3, 31), "108.6", "150");
    done(test.acceptances().accept(fleet, Settlement.byMoneyAlone()));
  }

  private void accept(String vehicle, String difference) {
    done(
        test.acceptances()
            .accept(
                Vehicles.payAsYouGo(ACCOUNT.number(), vehicle, test.today(), difference, "6"),
                Settlement.byMoneyAlone()));
  }

  @Test
  void the_closing_balances_are_what_the_account_holds() {
    // Given
    var told = new Told();

    // When
    statements.read(ACCOUNT, period("2020-01-01", "2026-03-31"), told);

    // Then
    var balances = test.ledger().balances(ACCOUNT.number());
    assertThat(told.opening).isEqualTo(new Totals(Map.of()));
    assertThat(told.closing.of(Figure.CREDITS)).isEqualTo(balances.credits().tenths());
    assertThat(told.closing.of(Figure.MONEY)).isEqualTo(balances.money().cents()).isEqualTo(5_160);
    assertThat(told.closing.of(Figure.CHARGES)).isEqualTo(balances.owed().cents());
    assertThat(told.closing.of(Figure.FLEET)).isEqualTo(-414);
    assertThat(balances.fleets()).containsOnly(Map.entry(2026, Grams.of("-41.4")));
  }

  @Test
  void a_period_opens_as_the_one_before_it_closed() {
    // Given
    var before = new Told();
    var after = new Told();

    // When
    statements.read(ACCOUNT, period("2026-02-01", "2026-03-01"), before);
    statements.read(ACCOUNT, period("2026-03-02", "2026-03-30"), after);

    // Then
    assertThat(after.opening).isEqualTo(before.closing);
    assertThat(after.opening.of(Figure.CREDITS)).isEqualTo(Grams.of("10").tenths());
    assertThat(after.items)
        .extracting(StatementReader.Item::kind)
        .containsExactly(
            Entry.Kind.PAYMENT_RECEIVED,
            Entry.Kind.CHARGE_LEVIED,
            Entry.Kind.CHARGE_PAID,
            Entry.Kind.CHARGE_PAID);
  }

  @Test
  void each_line_carries_the_balance_after_it() {
    // Given
    var told = new Told();

    // When
    statements.read(ACCOUNT, period("2026-03-02", "2026-03-02"), told);

    // Then
    assertThat(told.items)
        .filteredOn(item -> item.figure() == Figure.MONEY)
        .extracting(StatementReader.Item::balance)
        .containsExactly(30_000L, 5_160L);
  }

  @Test
  void a_line_about_a_vehicle_names_its_vin_and_a_page_of_lines_asks_once() {
    // Given
    var told = new Told();

    // When
    statements.read(ACCOUNT, period("2026-03-01", "2026-03-31"), told);

    // Then
    assertThat(told.items)
        .filteredOn(item -> item.about().equals("above"))
        .extracting(StatementReader.Item::vehicle)
        .isNotEmpty()
        .containsOnly(ABOVE.value());
    assertThat(told.items)
        .filteredOn(item -> !item.about().equals("above"))
        .extracting(StatementReader.Item::vehicle)
        .isNotEmpty()
        .containsOnly("");
    assertThat(asked).hasSize(1).first().asInstanceOf(COLLECTION).contains("p1", "above", "below");
  }

  private Map<String, Mark> marks(Collection<String> ids) {
    asked.add(ids);
    return Map.of("above", Mark.of(ABOVE));
  }

  @Test
  void an_account_in_which_nothing_moved_opens_and_closes_alike() {
    // Given
    var told = new Told();

    // When
    statements.read(ATestAccount.payAsYouGo("CO2-2"), period("2026-03-01", "2026-03-31"), told);

    // Then
    assertThat(told.items).isEmpty();
    assertThat(told.closing).isEqualTo(told.opening);
  }

  @Test
  void a_statement_has_as_many_lines_as_it_may_and_no_more() {
    // Given
    var period = period("2026-03-02", "2026-03-02");
    int lines =
        test.ledger()
            .page(LinesAsked.first(ACCOUNT.number(), period.from(), period.to(), 100))
            .size();

    // When
    var atMost = statements(lines).read(ACCOUNT, period, new Told());
    var oneMore = statements(lines - 1).read(ACCOUNT, period, new Told());

    // Then
    assertThat(atMost).isInstanceOf(Attempt.Done.class);
    assertThat(oneMore).asString().contains("too-many-lines");
  }

  private Statements statements(int most) {
    return new Statements(test.ledger(), this::marks, new NewZealand(Clock.systemUTC()), most);
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static final class Told implements StatementReader {
    private final List<Item> items = new ArrayList<>();
    private Totals opening = new Totals(Map.of());
    private Totals closing = new Totals(Map.of());

    @Override
    public void begins(Head head) {
      opening = head.opening();
    }

    @Override
    public void line(Item item) {
      items.add(item);
    }

    @Override
    public void ends(Totals ended) {
      closing = ended;
    }
  }
}
