package nz.cleancar.statement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.account.Account;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.LedgerStore.LinesAsked;
import nz.cleancar.ledger.Line;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.statement.StatementReader.Head;
import nz.cleancar.statement.StatementReader.Item;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.VehicleMarks;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** The statements of accounts: opening balances, what moved them, closing balances. */
@Singleton
public final class Statements {

  /** How many lines a statement has at most. */
  public static final int MOST_LINES = 200_000;

  private static final int AT_ONCE = 1_000;

  private final Ledger ledger;
  private final VehicleMarks marks;
  private final NewZealand clock;
  private final int mostLines;

  @Inject
  Statements(Ledger ledger, VehicleMarks marks, NewZealand clock) {
    this(ledger, marks, clock, MOST_LINES);
  }

  Statements(Ledger ledger, VehicleMarks marks, NewZealand clock, int mostLines) {
    this.ledger = ledger;
    this.marks = marks;
    this.clock = clock;
    this.mostLines = mostLines;
  }

  /**
   * Tells the reader the account's statement of the period. What is recorded meanwhile is in it or
   * not, and the closing balances are always the opening ones and the lines together.
   *
   * @return the closing balances; refused with {@code too-many-lines} after the reader was told the
   *     first of them
   */
  public Attempt<Totals> read(Account account, Period period, StatementReader reader) {
    Totals balance = Totals.of(ledger.sumsBefore(account.number(), period.from()));
    reader.begins(new Head(account, period, clock.today(), balance));
    var asked = LinesAsked.first(account.number(), period.from(), period.to(), AT_ONCE);
    int told = 0;
    List<Line> page;
    do {
      page = ledger.page(asked);
      told += page.size();
      if (told > mostLines) {
        return Attempt.refused(tooMany());
      }
      balance = tell(page, balance, reader);
      asked = page.isEmpty() ? asked : asked.after(page.getLast());
    } while (page.size() == AT_ONCE);
    reader.ends(balance);
    return Attempt.done(balance);
  }

  private Totals tell(List<Line> page, Totals before, StatementReader reader) {
    Map<String, Mark> vehicles = marks.of(page.stream().map(Line::about).toList());
    Totals balance = before;
    for (Line line : page) {
      var figure = Figure.of(line.posting().book());
      if (figure.isPresent()) {
        balance = balance.moved(figure.get(), line.posting().amount());
        String vehicle =
            Optional.ofNullable(vehicles.get(line.about())).map(Mark::value).orElse("");
        reader.line(item(line, vehicle, figure.get(), balance));
      }
    }
    return balance;
  }

  private static Item item(Line line, String vehicle, Figure figure, Totals balance) {
    return new Item(
        line.day(),
        line.kind(),
        line.about(),
        vehicle,
        figure,
        line.posting().amount(),
        balance.of(figure));
  }

  private Refusal tooMany() {
    return Refusal.refused(
        "too-many-lines",
        "The period has more than %,d lines; ask for fewer days at once.".formatted(mostLines));
  }
}
