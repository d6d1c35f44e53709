package nz.cleancar.policy;

import java.util.regex.Pattern;

/** The name of a policy: {@code sha256:} and the digest over all its sources, in lower-case hex. */
public record PolicyVersion(String name) {

  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  public PolicyVersion {
    if (!isPolicyVersion(name)) {
      throw new IllegalArgumentException("A policy version is `sha256:` and 64 hex digits.");
    }
  }

  /** Whether the text has the form of a policy version. */
  public static boolean isPolicyVersion(String text) {
    return FORM.matcher(text).matches();
  }

  /** The first twelve digits, for people: enough to tell versions apart in a sentence. */
  public String shortName() {
    return name.substring(0, "sha256:".length() + 12);
  }

  @Override
  public String toString() {
    return name;
  }
}
