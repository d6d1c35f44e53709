package nz.cleancar.decision;

import java.util.regex.Pattern;

/** The id of a logged decision: a ULID, so ids sort by the moment of deciding. */
public record DecisionId(String value) {

  private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  public DecisionId {
    if (!isDecisionId(value)) {
      throw new IllegalArgumentException("A decision id is a ULID of 26 characters.");
    }
  }

  /** Whether the text has the form of a decision id. */
  public static boolean isDecisionId(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
