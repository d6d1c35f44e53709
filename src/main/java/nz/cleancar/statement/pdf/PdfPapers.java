package nz.cleancar.statement.pdf;

import jakarta.inject.Singleton;
import java.io.OutputStream;
import nz.cleancar.statement.Papers;
import nz.cleancar.statement.PrintOut;
import nz.cleancar.statement.StatementReader;

/** What people look at, as PDF. */
@Singleton
final class PdfPapers implements Papers {

  private final Typeface typeface = new Typeface();

  @Override
  public StatementReader statement(OutputStream out) {
    return new PdfStatement(typeface, out);
  }

  @Override
  public void printOut(PrintOut printOut, OutputStream out) {
    PdfPrintOut.write(typeface, printOut, out);
  }
}
