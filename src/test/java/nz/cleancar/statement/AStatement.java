package nz.cleancar.statement;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.Account;
import nz.cleancar.account.Holder;
import nz.cleancar.ledger.Entry;
import nz.cleancar.statement.StatementReader.Head;
import nz.cleancar.statement.StatementReader.Item;

/** Statements that tests tell to readers. */
public final class AStatement {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private AStatement() {}

  /** The head of a statement of the holder's account. */
  public static Head head(String holder) {
    Account account = ATestAccount.payAsYouGo("CO2-200001");
    var old = account.holder();
    var opening = new EnumMap<Figure, Long>(new TreeMap<>(Map.of(Figure.CREDITS, 1_189L)));
    opening.put(Figure.CHARGES, 24_840L);
    return new Head(
        account.with(new Holder(old.kind(), holder, old.email(), old.owner())),
        new Period(FIRST, LocalDate.of(2026, 12, 31)),
        LocalDate.of(2027, 1, 4),
        new Totals(opening));
  }

  /** Tells a statement of so many lines but its end, whose balances are those returned. */
  public static Totals begin(StatementReader reader, String holder, int lines) {
    Head head = head(holder);
    reader.begins(head);
    Totals balance = head.opening();
    var kinds = Entry.Kind.values();
    var figures = Figure.values();
    for (int i = 0; i < lines; i++) {
      Figure figure = figures[i % figures.length];
      long amount = i % 3 == 0 ? -(i % 1_000) : i + 1L;
      balance = balance.moved(figure, amount);
      reader.line(
          new Item(
              FIRST.plusDays(i % 365),
              kinds[i % kinds.length],
              "01JQ8YV6F2%016d".formatted(i),
              i % 2 == 0 ? "7AT%014d".formatted(i) : "",
              figure,
              amount,
              balance.of(figure)));
    }
    return balance;
  }
}
