package nz.cleancar.report;

/** A report could not be written, for example because the disk is full. */
public final class ReportFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReportFailed(Throwable cause) {
    super("The report could not be written: " + cause.getMessage(), cause);
  }
}
