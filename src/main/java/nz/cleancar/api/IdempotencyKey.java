package nz.cleancar.api;

import io.micronaut.http.HttpRequest;
import java.util.List;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.standard.Sha256;

/** The {@code Idempotency-Key} header of a request. */
sealed interface IdempotencyKey {

  /** The header's name. */
  String HEADER = "Idempotency-Key";

  /** What it must be. */
  String EXPECTED = "`Idempotency-Key` must come once, with 1 to 255 visible ASCII characters.";

  /** The key as the log takes it, or that there is none. */
  record Taken(Idempotency idempotency) implements IdempotencyKey {}

  /** Not a key. */
  record Malformed() implements IdempotencyKey {}

  /** The key of the request with this body. */
  static IdempotencyKey of(HttpRequest<?> request, byte[] body) {
    List<String> keys = request.getHeaders().getAll(HEADER);
    if (keys.isEmpty()) {
      return new Taken(new Idempotency.None());
    }
    return keys.size() == 1 && Idempotency.Key.isKey(keys.getFirst())
        ? new Taken(new Idempotency.Key(keys.getFirst(), Sha256.hex(body)))
        : new Malformed();
  }
}
