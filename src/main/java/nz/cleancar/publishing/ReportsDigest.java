package nz.cleancar.publishing;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nz.cleancar.standard.Sha256;

/** The name of the reports that a check wrote: {@code sha256:} and the digest over their text. */
public record ReportsDigest(String name) {

  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  public ReportsDigest {
    if (!isReportsDigest(name)) {
      throw new IllegalArgumentException("A digest of reports is `sha256:` and 64 hex digits.");
    }
  }

  /** The digest of these reports. */
  public static ReportsDigest of(String reports) {
    return new ReportsDigest("sha256:" + Sha256.hex(reports.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether the text has the form of such a digest. */
  public static boolean isReportsDigest(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return name;
  }
}
