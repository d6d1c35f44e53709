package nz.cleancar.ledger.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.payment.PaymentProvider;
import nz.cleancar.ledger.payment.ProviderAnswer;
import nz.cleancar.ledger.payment.ProviderAnswer.Accepted;
import nz.cleancar.ledger.payment.ProviderAnswer.Declined;
import nz.cleancar.ledger.sandbox.SandboxRecord.Asked;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;

/** A provider that accepts everything, unless the reference asks it to behave otherwise. */
final class SandboxProvider implements PaymentProvider {

  private static final Money DOLLAR = new Money(100);
  private static final Money CENT = new Money(1);
  private static final Declined DECLINED = new Declined("The sandbox declines it.");

  private final SandboxRecord record;
  private final NewZealand clock;

  SandboxProvider(SandboxRecord record, NewZealand clock) {
    this.record = record;
    this.clock = clock;
  }

  @Override
  public List<ProviderAnswer> ask(PaymentId id, Money amount, String reference) {
    Asked asked = record.asked(id, amount, reference, clock.today());
    Accepted accepted = accepted(asked);
    return switch (behaviour(asked)) {
      case ACCEPT, DENY_LATER, OTHER_RECEIPT, INVENT, FORGET, NO_STATEMENT -> List.of(accepted);
      case TWICE -> List.of(accepted, accepted);
      case CONTRADICT -> List.of(accepted, DECLINED);
      case DECLINE, ACCEPT_LATER -> List.of(DECLINED);
      case TIMEOUT_ACCEPT, TIMEOUT_DECLINE, SILENT -> List.of();
      case LOSE -> asked.times() == 1 ? List.of() : List.of(accepted);
      case MORE, LESS, SAME_RECEIPT -> List.of(recorded(asked));
    };
  }

  @Override
  public LookUp lookUp(PaymentId id) {
    return record.find(id).map(SandboxProvider::known).orElseGet(LookUp.NeverAsked::new);
  }

  private static LookUp known(Asked asked) {
    return switch (behaviour(asked)) {
      case SILENT -> new LookUp.Silent();
      case FORGET -> new LookUp.NeverAsked();
      case LOSE ->
          asked.times() == 1 ? new LookUp.NeverAsked() : new LookUp.Answered(recorded(asked));
      case ACCEPT,
          DECLINE,
          TIMEOUT_ACCEPT,
          TIMEOUT_DECLINE,
          TWICE,
          CONTRADICT,
          DENY_LATER,
          ACCEPT_LATER,
          MORE,
          LESS,
          SAME_RECEIPT,
          OTHER_RECEIPT,
          INVENT,
          NO_STATEMENT ->
          new LookUp.Answered(recorded(asked));
    };
  }

  @Override
  public Optional<List<Line>> statement(LocalDate day) {
    List<Asked> asked = record.on(day);
    return asked.stream().anyMatch(each -> behaviour(each) == Behaviour.NO_STATEMENT)
        ? Optional.empty()
        : Optional.of(asked.stream().flatMap(SandboxProvider::lines).toList());
  }

  private static Stream<Line> lines(Asked asked) {
    if (!(known(asked) instanceof LookUp.Answered(ProviderAnswer answer))) {
      return Stream.empty();
    }
    var line = new Line(asked.id().value(), answer);
    return behaviour(asked) == Behaviour.INVENT
        ? Stream.of(
            line,
            new Line(
                "INVENTED-" + asked.id(),
                new Accepted(asked.amount(), "SANDBOX-INVENTED-" + asked.id())))
        : Stream.of(line);
  }

  /** What its record says, which may not be what it answered. */
  private static ProviderAnswer recorded(Asked asked) {
    Accepted accepted = accepted(asked);
    return switch (behaviour(asked)) {
      case ACCEPT,
          TIMEOUT_ACCEPT,
          LOSE,
          SILENT,
          TWICE,
          CONTRADICT,
          ACCEPT_LATER,
          INVENT,
          FORGET,
          NO_STATEMENT ->
          accepted;
      case DECLINE, TIMEOUT_DECLINE, DENY_LATER -> DECLINED;
      case MORE -> new Accepted(asked.amount().plus(DOLLAR), accepted.receipt());
      case LESS -> new Accepted(asked.amount().minus(CENT), accepted.receipt());
      case SAME_RECEIPT -> new Accepted(asked.amount(), "SANDBOX-SAME");
      case OTHER_RECEIPT -> new Accepted(asked.amount(), "SANDBOX-OTHER-" + asked.id());
    };
  }

  private static Accepted accepted(Asked asked) {
    return new Accepted(asked.amount(), "SANDBOX-" + asked.id());
  }

  private static Behaviour behaviour(Asked asked) {
    return Behaviour.of(asked.reference());
  }
}
