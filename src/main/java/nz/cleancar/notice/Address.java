package nz.cleancar.notice;

import java.util.regex.Pattern;

/** The form of an e-mail address that notices go to. */
public final class Address {

  /** How long an address may be (RFC 5321). */
  public static final int LONGEST = 254;

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

  private Address() {}

  /** Whether the text is one plain address: no name, no comment, no second one. */
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }
}
