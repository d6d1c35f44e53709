package nz.cleancar.message;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.statement.Figure;
import nz.cleancar.statement.StatementReader;
import nz.cleancar.statement.Totals;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement as CSV, in UTF-8 with a byte order mark, by which spreadsheets know it. Each
 * figure has a line for its opening balance and one for its closing balance. No cell is a formula:
 * a text that a spreadsheet might take for one has an apostrophe before it.
 */
public final class StatementCsv implements StatementReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠\t\r\n].*");

  private final Writer out;
  private final CsvWriter csv;
  private @Nullable Head head;

  public StatementCsv(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.csv = CsvWriter.builder().build(this.out);
  }

  @Override
  public void begins(Head begun) {
    head = begun;
    try {
      out.write(BYTE_ORDER_MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    csv.writeRecord(
        "accountNumber",
        "holder",
        "day",
        "what",
        "about",
        "vehicle",
        "of",
        "unit",
        "amount",
        "balance");
    balances(begun, begun.period().from(), "OPENING_BALANCE", begun.opening());
  }

  @Override
  public void line(Item item) {
    write(
        begun(),
        item.day(),
        item.kind().name(),
        new Cells(
            item.about(),
            item.vehicle(),
            item.figure(),
            amount(item.figure(), item.amount()),
            amount(item.figure(), item.balance())));
  }

  @Override
  public void ends(Totals closing) {
    balances(begun(), begun().period().to(), "CLOSING_BALANCE", closing);
    try {
      csv.flush();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Head begun() {
    if (head == null) {
      throw new IllegalStateException("A statement begins with its head.");
    }
    return head;
  }

  private void balances(Head of, LocalDate day, String what, Totals totals) {
    for (Figure figure : Figure.values()) {
      write(of, day, what, new Cells("", "", figure, "", amount(figure, totals.of(figure))));
    }
  }

  private record Cells(
      String about, String vehicle, Figure figure, String amount, String balance) {}

  private void write(Head of, LocalDate day, String what, Cells cells) {
    csv.writeRecord(
        of.account().number().value(),
        harmless(of.account().holder().name()),
        day.toString(),
        what,
        harmless(cells.about()),
        harmless(cells.vehicle()),
        cells.figure().name(),
        cells.figure().isMoney() ? "NZD" : "GRAMS_PER_KM",
        cells.amount(),
        cells.balance());
  }

  private static String amount(Figure figure, long amount) {
    return figure.isMoney() ? new Money(amount).toString() : Grams.ofTenths(amount).toString();
  }

  /** The text, which no spreadsheet takes for a formula. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
