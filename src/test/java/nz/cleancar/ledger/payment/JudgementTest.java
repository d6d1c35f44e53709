package nz.cleancar.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nz.cleancar.ledger.payment.Discrepancy.Kind;
import nz.cleancar.ledger.payment.ProviderAnswer.Accepted;
import nz.cleancar.ledger.payment.ProviderAnswer.Declined;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Money ASKED = new Money(10_000);

  private static Payment payment(Payment.State state) {
    return new Payment(
        new PaymentId("0".repeat(26)),
        new PaymentOrder(new AccountNumber("CO2-1"), ASKED, "ACCOUNT", ""),
        new PersonName("olive"),
        NOW,
        state);
  }

  private static Payment.State state(String word) {
    return switch (word) {
      case "PENDING" -> new Payment.Pending();
      case "UNKNOWN" -> new Payment.Unknown();
      case "RECEIVED" -> new Payment.Received(NOW, "R1", "");
      case "ENDED" -> new Payment.Ended(NOW, new PersonName("aroha"), "The bank has nothing.");
      case String _ -> new Payment.Declined(NOW, "no funds");
    };
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING,  R1, 10000, RECEIVE",
    "PENDING,  R1, 10001, OTHER_AMOUNT",
    "PENDING,  R1, 9999,  OTHER_AMOUNT",
    "UNKNOWN,  R1, 10000, RECEIVE",
    "RECEIVED, R1, 10000, NOTHING",
    "RECEIVED, R2, 10000, OTHER_RECEIPT",
    "RECEIVED, R1, 10001, OTHER_AMOUNT",
    "DECLINED, R1, 10000, ACCEPTED_AFTER_DENIED",
    "DECLINED, R1, 1,     OTHER_AMOUNT",
    "PENDING,  ,   0,     DECLINE",
    "UNKNOWN,  ,   0,     DECLINE",
    "DECLINED, ,   0,     NOTHING",
    "RECEIVED, ,   0,     DENIED_AFTER_ACCEPTED",
    "ENDED,    R1, 10000, RECEIVE",
    "ENDED,    R1, 10001, OTHER_AMOUNT",
    "ENDED,    ,   0,     NOTHING",
  })
  void the_first_answer_that_fits_stands_and_what_does_not_fit_is_told(
      String state, String receipt, long cents, String expected) {
    // Given
    ProviderAnswer answer =
        receipt == null ? new Declined("no funds") : new Accepted(new Money(cents), receipt);

    // When
    var judgement = Judgement.of(payment(state(state)), answer, NOW);

    // Then
    assertThat(word(judgement)).isEqualTo(expected);
  }

  private static String word(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Nothing _ -> "NOTHING";
      case Judgement.Receive _ -> "RECEIVE";
      case Judgement.Decline _ -> "DECLINE";
      case Judgement.Odd(Kind kind, String _) -> kind.name();
    };
  }

  @Property(tries = 2_000)
  void whatever_a_provider_says_in_a_row_money_comes_in_once_and_no_lie_is_silent(
      @ForAll("answers") List<ProviderAnswer> answers) {
    // Given
    Payment payment = payment(new Payment.Pending());
    var finals = new ArrayList<ProviderAnswer>();
    var odd = new ArrayList<ProviderAnswer>();

    // When
    for (ProviderAnswer answer : answers) {
      switch (Judgement.of(payment, answer, NOW)) {
        case Judgement.Nothing _ -> {}
        case Judgement.Receive(Accepted _, Payment.Received received) -> {
          finals.add(answer);
          payment = payment.with(received);
        }
        case Judgement.Decline(Payment.Declined declined) -> {
          finals.add(answer);
          payment = payment.with(declined);
        }
        case Judgement.Odd _ -> odd.add(answer);
      }
    }

    // Then
    assertThat(finals.size()).isLessThanOrEqualTo(1);
    assertThat(finals)
        .allSatisfy(
            answer ->
                assertThat(answer instanceof Accepted(Money amount, String _) ? amount : ASKED)
                    .isEqualTo(ASKED));
    assertThat(odd)
        .containsExactlyElementsOf(
            answers.stream().filter(answer -> !isSame(finals, answer)).toList());
  }

  /** Whether an answer says what the final one said; the words of a refusal do not matter. */
  private static boolean isSame(List<ProviderAnswer> finals, ProviderAnswer answer) {
    return finals.stream()
        .anyMatch(
            first ->
                first.equals(answer) || (first instanceof Declined && answer instanceof Declined));
  }

  @Provide
  Arbitrary<List<ProviderAnswer>> answers() {
    Arbitrary<ProviderAnswer> accepted =
        Combinators.combine(
                Arbitraries.of(new Money(9_999), ASKED, ASKED, new Money(10_001)),
                Arbitraries.of("R1", "R2"))
            .as(Accepted::new);
    Arbitrary<ProviderAnswer> declined = Arbitraries.of("no funds", "").map(Declined::new);
    return Arbitraries.oneOf(accepted, declined).list().ofMaxSize(8);
  }
}
