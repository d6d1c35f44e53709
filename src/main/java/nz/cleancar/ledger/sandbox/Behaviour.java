package nz.cleancar.ledger.sandbox;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the sandbox behaves; a payment asks for it by its reference, such as {@code sandbox-decline}.
 */
enum Behaviour {
  /** Accepts at once: any other reference. */
  ACCEPT,

  /** Declines at once. */
  DECLINE,

  /** Does not answer in time, and has accepted. */
  TIMEOUT_ACCEPT,

  /** Does not answer in time, and has declined. */
  TIMEOUT_DECLINE,

  /** Loses the first question, and accepts when it is asked again. */
  LOSE,

  /** Never answers anything. */
  SILENT,

  /** Accepts, and says so twice. */
  TWICE,

  /** Accepts, and declines in the next breath. */
  CONTRADICT,

  /** Accepts, and its record says declined. */
  DENY_LATER,

  /** Declines, and its record says accepted. */
  ACCEPT_LATER,

  /** Accepts a dollar more than was asked for. */
  MORE,

  /** Accepts a cent less than was asked for. */
  LESS,

  /** Accepts, with the same receipt as every payment of this kind. */
  SAME_RECEIPT,

  /** Accepts, and its record has another receipt. */
  OTHER_RECEIPT,

  /** Accepts, and its statement has another payment that nobody started. */
  INVENT,

  /** Accepts, and its record has nothing of it. */
  FORGET,

  /** Accepts, and gives no statement of its day. */
  NO_STATEMENT;

  private static final String PREFIX = "sandbox-";

  /** The reference that asks for it. */
  String reference() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Behaviour of(String reference) {
    return Arrays.stream(values())
        .filter(each -> each.reference().equals(reference))
        .findFirst()
        .orElse(ACCEPT);
  }
}
