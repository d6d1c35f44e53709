package nz.cleancar.policy.xlsx;

import java.util.HexFormat;
import nz.cleancar.policy.Shade.Tint;

/** The colour of cells by what is said of them that is no finding; all go behind findings. */
enum TintColour {
  BAD("FFF6B8B3", 4),
  STRONG("FF8E7CC3", 5),
  MEDIUM("FFB4A7D6", 6),
  LIGHT("FFD9D2EE", 7),
  FAINT("FFF1EEF9", 8),
  GOOD("FFC6E7CE", 9);

  /** The word by which conditional formats for shades are known. */
  static final String WORD = "ccs shade";

  private final String argb;
  private final int priority;

  TintColour(String argb, int priority) {
    this.argb = argb;
    this.priority = priority;
  }

  static TintColour of(Tint tint) {
    return switch (tint) {
      case GOOD -> GOOD;
      case FAINT -> FAINT;
      case LIGHT -> LIGHT;
      case MEDIUM -> MEDIUM;
      case STRONG -> STRONG;
      case BAD -> BAD;
    };
  }

  byte[] argb() {
    return HexFormat.of().parseHex(argb);
  }

  /** Behind the colours of findings. */
  int priority() {
    return priority;
  }
}
