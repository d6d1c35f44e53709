package nz.cleancar.message;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nz.cleancar.ledger.fleet.DirectDebit;

/** A file of direct debits as CSV, one line each, with a line that names the columns. */
public final class DirectDebitFile {

  private DirectDebitFile() {}

  /** The file in UTF-8. */
  public static byte[] of(List<DirectDebit> debits) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "reference",
          "accountNumber",
          "holder",
          "fleetYear",
          "amount",
          "dueOn",
          "firstFiledOn",
          "inEarlierFile");
      debits.forEach(debit -> write(debit, csv));
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory can always be written.", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(DirectDebit debit, CsvWriter csv) {
    csv.writeRecord(
        debit.reference(),
        debit.account().value(),
        StatementCsv.harmless(debit.holder()),
        Integer.toString(debit.year()),
        debit.amount().toString(),
        debit.dueOn().toString(),
        debit.firstFiledOn().toString(),
        debit.isInEarlierFile() ? "yes" : "no");
  }
}
