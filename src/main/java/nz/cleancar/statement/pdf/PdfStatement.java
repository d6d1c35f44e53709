package nz.cleancar.statement.pdf;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import nz.cleancar.ledger.Entry;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.statement.Figure;
import nz.cleancar.statement.StatementReader;
import nz.cleancar.statement.Totals;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfPTable;

/** A statement as PDF; few of its lines are held at once. */
final class PdfStatement implements StatementReader {

  private static final int ROWS_AT_ONCE = 100;
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private final Typeface typeface;
  private final OutputStream out;
  private @Nullable Begun begun;
  private int rows;

  PdfStatement(Typeface typeface, OutputStream out) {
    this.typeface = typeface;
    this.out = out;
  }

  private record Begun(Sheet sheet, PdfPTable lines) {}

  @Override
  public void begins(Head head) {
    var account = head.account();
    String period = Sheet.day(head.period().from()) + " to " + Sheet.day(head.period().to());
    Sheet sheet =
        Sheet.begin(typeface, "CO2 account statement", account.number() + " · " + period, out);
    sheet.add(
        new String[][] {
          {"Holder", account.holder().name()},
          {"Account", account.number() + ", for " + condition(head) + " vehicles"},
          {"Period", period},
          {"Issued", Sheet.day(head.issuedOn())}
        });
    balances(sheet, "Opening balances", head.opening());
    PdfPTable lines = Sheet.table(2.1f, 3.1f, 5.2f, 1.7f, 2.6f, 2.7f);
    lines.addCell(sheet.heading("Day", false));
    lines.addCell(sheet.heading("What", false));
    lines.addCell(sheet.heading("About", false));
    lines.addCell(sheet.heading("Of", false));
    lines.addCell(sheet.heading("Amount", true));
    lines.addCell(sheet.heading("Balance", true));
    lines.setHeaderRows(1);
    lines.setSpacingAfter(Sheet.TEXT * 2);
    lines.setComplete(false);
    begun = new Begun(sheet, lines);
  }

  private static String condition(Head head) {
    return head.account().condition().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void line(Item item) {
    Begun open = begun();
    Sheet sheet = open.sheet();
    open.lines().addCell(sheet.cell(item.day().toString(), false));
    open.lines().addCell(sheet.cell(words(item.kind()), false));
    open.lines().addCell(sheet.id(item.vehicle(), item.about()));
    open.lines().addCell(sheet.cell(words(item.figure()), false));
    open.lines().addCell(sheet.cell(amount(item.figure(), item.amount()), true));
    open.lines().addCell(sheet.cell(amount(item.figure(), item.balance()), true));
    rows++;
    if (rows % ROWS_AT_ONCE == 0) {
      sheet.add(open.lines());
    }
  }

  @Override
  public void ends(Totals closing) {
    Begun open = begun();
    open.lines().setComplete(true);
    if (rows == 0) {
      open.sheet().add(typeface.plain("Nothing moved in this period.", Sheet.TEXT), Sheet.TEXT);
    } else {
      open.sheet().add(open.lines());
    }
    balances(open.sheet(), "Closing balances", closing);
    open.sheet().end();
  }

  private Begun begun() {
    if (begun == null) {
      throw new IllegalStateException("A statement begins with its head.");
    }
    return begun;
  }

  private void balances(Sheet sheet, String title, Totals totals) {
    PdfPTable table = Sheet.table(2, 1, 1, 1, 1);
    table.addCell(sheet.heading(title, false));
    for (Figure figure : Figure.values()) {
      table.addCell(sheet.heading(words(figure), true));
    }
    table.addCell(sheet.cell("", false));
    for (Figure figure : Figure.values()) {
      table.addCell(sheet.cell(amount(figure, totals.of(figure)), true));
    }
    table.setKeepTogether(true);
    table.setSpacingAfter(Sheet.TEXT * 2);
    sheet.add(table);
  }

  private static String amount(Figure figure, long amount) {
    return figure.isMoney()
        ? new DecimalFormat("$#,##0.00;−$#,##0.00", SYMBOLS).format(new Money(amount).dollars())
        : new DecimalFormat("#,##0.#;−#,##0.#", SYMBOLS).format(grams(amount)) + " g/km";
  }

  private static BigDecimal grams(long tenths) {
    return Grams.ofTenths(tenths).perKilometre();
  }

  private static String words(Figure figure) {
    return switch (figure) {
      case CREDITS -> "Credits";
      case CHARGES -> "Charges";
      case MONEY -> "Money";
      case FLEET -> "Fleet";
    };
  }

  private static String words(Entry.Kind kind) {
    return switch (kind) {
      case CREDITS_EARNED -> "Credits earned";
      case CHARGE_LEVIED -> "Charge levied";
      case CHARGE_OFFSET -> "Settled by credits";
      case CHARGE_PAID -> "Settled by money";
      case FLEET_ACCRUED -> "Fleet accrued";
      case FLEET_SETTLED -> "Fleet year settled";
      case FLEET_DEFERRED -> "Fleet year deferred";
      case CREDITS_TRANSFERRED -> "Credits transferred";
      case CREDITS_EXPIRED -> "Credits expired";
      case CREDITS_DELETED -> "Credits given up";
      case PAYMENT_RECEIVED -> "Payment received";
      case PAYMENT_REFUNDED -> "Payment refunded";
    };
  }
}
