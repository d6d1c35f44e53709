package nz.cleancar.ledger.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.payment.PaymentProvider;
import nz.cleancar.ledger.payment.PaymentProvider.LookUp;
import nz.cleancar.ledger.payment.ProviderAnswer;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which provider takes payments. */
class ChosenProviderTest {

  private static final PaymentId ID = new PaymentId("01J00000000000000000000000");
  private static final String POSTGRESQL = "jdbc:postgresql://localhost/ccs";

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./data/ccs,         ,        ProviderAnswer.Accepted",
    "jdbc:h2:file:./data/ccs,         none,    ProviderAnswer.Declined",
    "jdbc:postgresql://localhost/ccs, ,        ProviderAnswer.Declined",
    "jdbc:postgresql://localhost/ccs, none,    ProviderAnswer.Declined",
    "jdbc:postgresql://localhost/ccs, sandbox, ProviderAnswer.Accepted",
  })
  void the_sandbox_takes_payments_only_where_it_is_meant_to(
      String url, @Nullable String wanted, String answer) {
    // When
    List<ProviderAnswer> said = provider(url, wanted).ask(ID, new Money(100), "");

    // Then
    assertThat(said)
        .singleElement()
        .satisfies(
            each -> assertThat(each.getClass().getName().replace('$', '.')).endsWith(answer));
  }

  @Test
  void without_a_provider_every_payment_is_declined_in_plain_words() {
    // Given
    PaymentProvider provider = provider(POSTGRESQL, null);

    // When
    List<ProviderAnswer> said = provider.ask(ID, new Money(100), "");

    // Then
    assertThat(said)
        .containsExactly(
            new ProviderAnswer.Declined(
                "This service has no payment provider, so nothing was paid; tell the agency."));
    assertThat(provider.lookUp(ID)).isInstanceOf(LookUp.NeverAsked.class);
    assertThat(provider.statement(LocalDate.parse("2026-03-02"))).contains(List.of());
  }

  @Test
  void a_provider_that_nobody_knows_stops_the_start() {
    assertThatThrownBy(() -> provider(POSTGRESQL, "sandbix"))
        .hasMessage("ccs.payments.provider is `sandbox` or `none`, not `sandbix`.");
  }

  private static PaymentProvider provider(String url, @Nullable String wanted) {
    return new ChosenProvider()
        .provider(new NoRecord(), new NewZealand(Clock.systemUTC()), url, wanted);
  }

  private static final class NoRecord implements SandboxRecord {
    @Override
    public Asked asked(PaymentId id, Money amount, String reference, LocalDate day) {
      return new Asked(id, amount, reference, 1);
    }

    @Override
    public Optional<Asked> find(PaymentId id) {
      return Optional.empty();
    }

    @Override
    public List<Asked> on(LocalDate day) {
      return List.of();
    }
  }
}
