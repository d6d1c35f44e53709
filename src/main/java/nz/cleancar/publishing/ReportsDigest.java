package nz.cleancar.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(reports.getBytes(StandardCharsets.UTF_8));
      return new ReportsDigest("sha256:" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
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
