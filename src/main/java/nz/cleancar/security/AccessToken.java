package nz.cleancar.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import nz.cleancar.standard.Sha256;

/**
 * A secret by which somebody signs in. It is random and long, so its plain SHA-256 may be kept
 * where the token itself may not.
 */
public record AccessToken(String secret) {

  private static final String PREFIX = "ccs_";
  private static final int RANDOM_BYTES = 32;

  /** A token that nobody has yet. */
  public static AccessToken random(SecureRandom random) {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new AccessToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The SHA-256 of the token, in lower-case hex. */
  public String digest() {
    return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "AccessToken";
  }
}
