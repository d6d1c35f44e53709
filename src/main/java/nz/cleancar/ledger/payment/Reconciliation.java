package nz.cleancar.ledger.payment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nz.cleancar.ledger.payment.Discrepancy.Kind;
import nz.cleancar.ledger.payment.PaymentProvider.Line;
import nz.cleancar.ledger.payment.PaymentProvider.LookUp;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.EachAlone;
import nz.cleancar.work.EachAlone.Failed;

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
   * @param failed what could not be compared, and is tried again; the rest was
   */
  public record Compared(int asked, int stillOpen, List<LocalDate> days, List<Failed> failed) {
    public Compared {
      days = List.copyOf(days);
      failed = List.copyOf(failed);
    }
  }

  /**
   * Asks the provider about every open payment, and compares its statements of today and of each
   * day that was over and not compared. Called outside any work; calling it again does no harm.
   */
  public Compared run() {
    var each = new EachAlone();
    int asked = 0;
    int stillOpen = 0;
    List<Payment> open = book.open("", PAGE);
    while (!open.isEmpty()) {
      for (Payment payment : open) {
        asked++;
        stillOpen += each.attempt(named(payment), () -> settle(payment)).orElse(true) ? 1 : 0;
      }
      open = book.open(open.getLast().id().value(), PAGE);
    }
    LocalDate today = clock.today();
    List<LocalDate> compared =
        days.toCompare(today).stream()
            .filter(
                day -> each.attempt("statement of " + day, () -> compare(day, each)).orElse(false))
            .toList();
    days.compared(compared.stream().filter(day -> day.isBefore(today)).toList());
    return new Compared(asked, stillOpen, compared, each.failed());
  }

  private static String named(Payment payment) {
    return "payment " + payment.id();
  }

  /**
   * Whether it is still open. Whatever the provider is asked twice, it does once: it knows a
   * payment by its id.
   */
  private boolean settle(Payment payment) {
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
    return book.find(payment.id()).orElseThrow().isOpen();
  }

  /** Whether the provider answered, and all that it said and all that was received is compared. */
  private boolean compare(LocalDate day, EachAlone each) {
    Optional<List<Line>> lines = provider.statement(day);
    Optional<List<Line>> before = provider.statement(day.minusDays(DAYS_BEFORE));
    if (lines.isEmpty() || before.isEmpty()) {
      each.fail("statement of " + day, "The provider does not give it, or that of the day before.");
      return false;
    }
    int failedBefore = each.failed().size();
    for (Line line : lines.get()) {
      each.attempt(
          "payment " + line.payment(),
          () -> {
            answers.take(line.payment(), line.answer());
            return true;
          });
    }
    Set<String> onStatements =
        Stream.concat(lines.get().stream(), before.get().stream())
            .map(Line::payment)
            .collect(Collectors.toSet());
    List<Payment> received = book.receivedOn(day, "", PAGE);
    while (!received.isEmpty()) {
      received.stream()
          .filter(payment -> !onStatements.contains(payment.id().value()))
          .forEach(payment -> each.attempt(named(payment), () -> missing(payment, each)));
      received = book.receivedOn(day, received.getLast().id().value(), PAGE);
    }
    return each.failed().size() == failedBefore;
  }

  /** Whether the provider answered about a payment that its statements lack. */
  private boolean missing(Payment payment, EachAlone each) {
    switch (provider.lookUp(payment.id())) {
      case LookUp.Answered(ProviderAnswer answer) -> answers.take(payment.id().value(), answer);
      case LookUp.NeverAsked _ ->
          answers.list(
              Kind.UNKNOWN_TO_PROVIDER,
              payment.id().value(),
              "",
              "The payment of %s NZD was received, and the provider knows nothing of it."
                  .formatted(payment.order().amount()));
      case LookUp.Undecided _, LookUp.Silent _ -> {
        each.fail(named(payment), "It was received, and the provider does not answer about it.");
        return false;
      }
    }
    return true;
  }
}
