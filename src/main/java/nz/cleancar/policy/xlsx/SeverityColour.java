package nz.cleancar.policy.xlsx;

import java.util.HexFormat;
import nz.cleancar.policy.Finding;

/** The colour of cells by the severity of what was found there; the gravest one wins. */
enum SeverityColour {
  ERROR("FFF4A6A0", 1),
  WARNING("FFFFD966", 2),
  NOTE("FF9DC3E6", 3);

  /** The word by which conditional formats for findings are known. */
  static final String WORD = "ccs finding";

  private final String argb;
  private final int priority;

  SeverityColour(String argb, int priority) {
    this.argb = argb;
    this.priority = priority;
  }

  static SeverityColour of(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case NOTE -> NOTE;
    };
  }

  byte[] argb() {
    return HexFormat.of().parseHex(argb);
  }

  /** Before all colours of the owner, in the order of gravity. */
  int priority() {
    return priority;
  }
}
