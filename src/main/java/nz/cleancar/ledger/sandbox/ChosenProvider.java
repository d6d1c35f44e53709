package nz.cleancar.ledger.sandbox;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Optional;
import nz.cleancar.ledger.payment.PaymentProvider;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the payment provider by {@code ccs.payments.provider}: {@code sandbox}, or {@code none}.
 * Where neither is said, the embedded database has the sandbox and any other has none.
 */
@Factory
final class ChosenProvider {

  private static final String SANDBOX = "sandbox";
  private static final String NONE = "none";

  @Singleton
  PaymentProvider provider(
      SandboxRecord record,
      NewZealand clock,
      @Property(name = "datasources.default.url") String url,
      @Nullable @Property(name = "ccs.payments.provider") String wanted) {
    String chosen =
        Optional.ofNullable(wanted).orElseGet(() -> url.startsWith("jdbc:h2:") ? SANDBOX : NONE);
    return switch (chosen) {
      case SANDBOX -> new SandboxProvider(record, clock);
      case NONE -> new NoProvider();
      case String other ->
          throw new IllegalArgumentException(
              "ccs.payments.provider is `sandbox` or `none`, not `" + other + "`.");
    };
  }
}
