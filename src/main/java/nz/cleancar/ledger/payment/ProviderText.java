package nz.cleancar.ledger.payment;

import java.util.regex.Pattern;

/** Text of a provider's, made fit to be kept: a provider may send anything. */
final class ProviderText {

  private static final Pattern UNWRITTEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]");

  private ProviderText() {}

  /** The text on one line without control characters, cut to so many. */
  static String kept(String text, int longest) {
    String cut = text.substring(0, Math.min(text.length(), longest));
    return UNWRITTEN.matcher(cut).replaceAll("?");
  }
}
