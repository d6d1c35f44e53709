package nz.cleancar.statement;

import java.io.OutputStream;

/** Writes what people look at for printing. */
public interface Papers {

  /**
   * Writes a statement as it is told, and finishes it where it ends. The stream stays open. Its
   * failures are {@link java.io.UncheckedIOException}s.
   */
  StatementReader statement(OutputStream out);

  /** Writes the print-out of a vehicle. The stream stays open. */
  void printOut(PrintOut printOut, OutputStream out);
}
