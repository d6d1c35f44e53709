package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nz.cleancar.ledger.payment.Discrepancy.Kind;
import nz.cleancar.ledger.payment.PaymentProvider.Line;
import nz.cleancar.ledger.payment.PaymentProvider.LookUp;
import nz.cleancar.standard.NewZealand;

/** Compares what is recorded of payments with what the provider knows. */
@Singleton
public final class Reconciliation {

  private static final int PAGE = 200;

  // a provider's day may end when ours has begun, and an answer come late
  private static final int DAYS_BEFORE = 1;

  private final PaymentBook book;
  private final PaymentProvider provider;
  private final ProviderAnswers answers;
  private final StatementDays days;
  private final NewZealand clock;

  Reconciliation(
      PaymentBook book,
      PaymentProvider provider,
      ProviderAnswers answers,
      StatementDays days,
      NewZealand clock) {
    this.book = book;
    this.provider = provider;
    this.answers = answers;
    this.days = days;
    this.clock = clock;
  }

  /**
   * What was compared.
   *
   * @param asked how many open payments the provider was asked about
   * @param stillOpen how many of them are still open
   * @param days the days whose statements were compared
   */
  public record Compared(int asked, int stillOpen, List<LocalDate> days) {
    public Compared {
      days = List.copyOf(days);
    }
  }

  /**
   * Asks the provider about every open payment, and compares its statements of today and of each
   * day since the last one that was over when it was compared. Called outside any work; calling it
   * again does no harm.
   */
  public Compared run() {
    int asked = 0;
    int stillOpen = 0;
    List<Payment> open = book.open("", PAGE);
    while (!open.isEmpty()) {
      for (Payment payment : open) {
        asked++;
        settle(payment);
        stillOpen += book.find(payment.id()).orElseThrow().isOpen() ? 1 : 0;
      }
      open = book.open(open.getLast().id().value(), PAGE);
    }
    LocalDate today = clock.today();
    List<LocalDate> toCompare = days.from(today).datesUntil(today.plusDays(1)).toList();
    toCompare.forEach(this::compare);
    days.compared(today.minusDays(1));
    return new Compared(asked, stillOpen, toCompare);
  }

  /** Whatever the provider is asked twice, it does once: it knows a payment by its id. */
  private void settle(Payment payment) {
    switch (provider.lookUp(payment.id())) {
      case LookUp.Answered(ProviderAnswer answer) -> answers.take(payment.id().value(), answer);
      case LookUp.NeverAsked _ -> {
        var order = payment.order();
        List<ProviderAnswer> said = provider.ask(payment.id(), order.amount(), order.reference());
        if (said.isEmpty()) {
          answers.none(payment.id());
        }
        said.forEach(answer -> answers.take(payment.id().value(), answer));
      }
      case LookUp.Undecided _, LookUp.Silent _ -> answers.none(payment.id());
    }
  }

  private void compare(LocalDate day) {
    Set<String> onStatements = new HashSet<>();
    for (Line line : provider.statement(day)) {
      answers.take(line.payment(), line.answer());
      onStatements.add(line.payment());
    }
    provider
        .statement(day.minusDays(DAYS_BEFORE))
        .forEach(line -> onStatements.add(line.payment()));
    List<Payment> received = book.receivedOn(day, "", PAGE);
    while (!received.isEmpty()) {
      received.stream()
          .filter(payment -> !onStatements.contains(payment.id().value()))
          .forEach(this::missing);
      received = book.receivedOn(day, received.getLast().id().value(), PAGE);
    }
  }

  private void missing(Payment payment) {
    switch (provider.lookUp(payment.id())) {
      case LookUp.Answered(ProviderAnswer answer) -> answers.take(payment.id().value(), answer);
      case LookUp.NeverAsked _ ->
          answers.list(
              Kind.UNKNOWN_TO_PROVIDER,
              payment.id().value(),
              "",
              "The payment of %s NZD was received, and the provider knows nothing of it."
                  .formatted(payment.order().amount()));
      case LookUp.Undecided _, LookUp.Silent _ -> {}
    }
  }
}
