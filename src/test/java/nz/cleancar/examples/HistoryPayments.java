package nz.cleancar.examples;

import static nz.cleancar.examples.HistoryAccounts.expect;
import static nz.cleancar.examples.HistoryAccounts.isDone;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nz.cleancar.examples.HistoryAccounts.Importer;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;

/** Money of a history; what the provider does is known by what the sandbox says of itself. */
final class HistoryPayments {

  private final Provider provider;
  private final Receipts receipts;
  private final HistoryAccounts accounts;
  private final List<Payment> payments = new ArrayList<>();
  private int receiptsGiven;

  /** The receipt that the sandbox gives to several payments: one may have it. */
  static final class Receipts {
    private boolean isTaken;
  }

  /** The provider, and which receipts it gave. */
  record Provider(SignedIn says, Receipts receipts) {}

  private enum State {
    OPEN,
    RECEIVED,
    DECLINED
  }

  private record Payment(
      String id, HistoryModel account, long cents, String behaviour, State state) {

    Payment at(State other) {
      return new Payment(id, account, cents, behaviour, other);
    }
  }

  HistoryPayments(HistoryAccounts accounts, Provider provider) {
    this.accounts = accounts;
    this.provider = provider;
    this.receipts = provider.receipts;
  }

  /** A payment was started and the provider asked. */
  private String started(String id, HistoryModel account, long cents, String behaviour) {
    State state =
        switch (behaviour) {
          case "sandbox-decline", "sandbox-accept-later" -> State.DECLINED;
          case "sandbox-timeout-accept",
              "sandbox-timeout-decline",
              "sandbox-lose",
              "sandbox-silent",
              "sandbox-more",
              "sandbox-less" ->
              State.OPEN;
          case "sandbox-same-receipt" -> receipts.isTaken ? State.OPEN : State.RECEIVED;
          default -> State.RECEIVED;
        };
    receipts.isTaken |= behaviour.equals("sandbox-same-receipt");
    var payment = new Payment(id, account, cents, behaviour, State.OPEN);
    payments.add(payment);
    become(payments.size() - 1, state);
    return state + " " + id;
  }

  private void become(int at, State state) {
    Payment payment = payments.get(at);
    if (payment.state == State.OPEN) {
      payments.set(at, payment.at(state));
      if (state == State.RECEIVED) {
        payment.account.receive(payment.cents);
      }
    }
  }

  /** Whether a payment into the account has no final answer. */
  boolean isOpenInto(HistoryModel account) {
    return payments.stream()
        .anyMatch(payment -> payment.account == account && payment.state == State.OPEN);
  }

  /** The provider says something of a payment: the first answer that fits is final. */
  String say(HistoryStep.ProviderSays says) {
    if (payments.isEmpty()) {
      return "there are no payments";
    }
    int pick = says.pick() % payments.size();
    Payment payment = payments.get(pick);
    String accepted = "{\"answer\": \"ACCEPTED\", \"amount\": \"%s\", \"receipt\": \"%s\"}";
    String receipt = payment.id + "-" + ++receiptsGiven;
    String body =
        switch (says.said()) {
          case ACCEPTED -> accepted.formatted(BigDecimal.valueOf(payment.cents, 2), receipt);
          case ACCEPTED_MORE ->
              accepted.formatted(BigDecimal.valueOf(payment.cents + 1, 2), receipt);
          case DECLINED -> "{\"answer\": \"DECLINED\", \"reason\": \"No.\"}";
        };
    assertThat(provider.says.post("/payments/" + payment.id + "/answers", body).status())
        .isEqualTo(202);
    become(
        pick,
        switch (says.said()) {
          case ACCEPTED -> State.RECEIVED;
          case ACCEPTED_MORE -> State.OPEN;
          case DECLINED -> State.DECLINED;
        });
    return payments.get(pick).state + " " + payment.id;
  }

  /** What is open is asked about: money comes in where the provider's record says so. */
  String reconcile() {
    Importing.done(accounts.at().agency.post("/agency/payments/reconciliation", ""));
    return reconciled();
  }

  /** What is open becomes what the provider's record says. */
  String reconciled() {
    for (int i = 0; i < payments.size(); i++) {
      become(
          i,
          switch (payments.get(i).behaviour) {
            case "sandbox-timeout-accept", "sandbox-lose" -> State.RECEIVED;
            case "sandbox-timeout-decline" -> State.DECLINED;
            default -> State.OPEN;
          });
    }
    return "reconciled";
  }

  String paysIn(HistoryStep.PayIn paid) {
    Importer to = accounts.get(paid.account());
    Answer answer =
        accounts.post(
            to.owner(),
            "/accounts/" + to.number() + "/payments",
            "{\"amount\": \"%s\", \"reference\": \"%s\"}"
                .formatted(BigDecimal.valueOf(paid.cents(), 2), paid.behaviour()));
    String said = expect(answer, !to.model().isClosed());
    return isDone(answer)
        ? started(answer.at("/id"), to.model(), paid.cents(), paid.behaviour())
        : said;
  }

  String refunds(HistoryStep.Refund refund) {
    Importer of = accounts.first(refund.account(), each -> each.model().cents() > 0);
    long amount = Math.max(1, of.model().cents() * refund.tenthsOfIt() / 10);
    Answer answer =
        accounts.post(
            accounts.at().agency,
            "/accounts/" + of.number() + "/refunds",
            "{\"amount\": \"%s\", \"reason\": \"Asked for.\"}"
                .formatted(BigDecimal.valueOf(amount, 2)));
    return expect(answer, of.model().refund(amount)) + " " + amount;
  }

  String settles(HistoryStep.Settle settled) {
    Importer of = accounts.first(settled.account(), each -> !each.model().charges().isEmpty());
    List<HistoryCharge> owed = of.model().charges();
    Optional<String> one =
        Optional.of(owed)
            .filter(_ -> settled.one())
            .map(all -> all.isEmpty() ? "none" : all.get(settled.pick() % all.size()).id());
    Answer answer =
        accounts.post(
            of.owner(),
            "/accounts/" + of.number() + "/charges/settlements",
            "{%s\"credits\": \"%s\", \"payment\": %s}"
                .formatted(
                    one.map(id -> "\"charges\": [\"" + id + "\"], ").orElse(""),
                    settled.tenths() == HistoryModel.ALL
                        ? "1000000"
                        : BigDecimal.valueOf(settled.tenths(), 1),
                    settled.payment()));
    OptionalLong paid =
        of.model().settle(accounts.today(), one, settled.tenths(), settled.payment());
    String said = expect(answer, paid.isPresent());
    assertThat(HistoryAccounts.cents(answer.json().at("/payment/amount")))
        .isEqualTo(paid.orElse(0));
    return said + " " + one.orElse("all") + ", paid " + paid.orElse(0);
  }
}
