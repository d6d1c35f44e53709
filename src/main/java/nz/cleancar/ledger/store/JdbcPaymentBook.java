package nz.cleancar.ledger.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.ledger.payment.Payment;
import nz.cleancar.ledger.payment.PaymentBook;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.payment.PaymentOrder;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/** The payments in a database. */
@Singleton
final class JdbcPaymentBook implements PaymentBook {

  private static final String INSERT =
      "insert into payment (account, cents, purpose, reference, started_by, started_at, state,"
          + " ended_on, ended_at, receipt, why, ended_by, past_provider, id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "update payment set state = ?, ended_on = ?, ended_at = ?, receipt = ?, why = ?,"
          + " ended_by = ? where id = ?";
  private static final String FIND = "select * from payment where id = ?";
  private static final String CLAIM =
      "insert into payment_receipt (receipt, payment) values (?, ?) on conflict do nothing";
  private static final String CLAIMED = "select payment from payment_receipt where receipt = ?";
  private static final String OF =
      "select * from payment where account = ? and id < ? order by id desc"
          + " fetch first ? rows only";
  private static final String OPEN =
      "select * from payment where state in ('PENDING', 'UNKNOWN') and id > ? order by id"
          + " fetch first ? rows only";
  private static final String HAS_OPEN =
      "select id from payment where account = ? and state in ('PENDING', 'UNKNOWN')"
          + " fetch first 1 row only";
  private static final String RECEIVED_ON =
      "select * from payment where ended_on = ? and state = 'RECEIVED' and not past_provider"
          + " and id > ? order by id fetch first ? rows only";

  private final Statements statements;

  JdbcPaymentBook(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(Payment payment) {
    add(payment, false);
  }

  @Override
  public void addPastProvider(Payment payment) {
    add(payment, true);
  }

  private void add(Payment payment, boolean isPastProvider) {
    var order = payment.order();
    var ended = Columns.of(payment.state());
    statements.change(
        INSERT,
        order.account().value(),
        order.amount().cents(),
        order.purpose(),
        order.reference(),
        payment.startedBy().text(),
        payment.startedAt(),
        payment.state().word(),
        ended.day(),
        ended.at(),
        ended.receipt(),
        ended.why(),
        ended.by(),
        isPastProvider,
        payment.id().value());
  }

  @Override
  public void keep(Payment payment) {
    var ended = Columns.of(payment.state());
    statements.change(
        UPDATE,
        payment.state().word(),
        ended.day(),
        ended.at(),
        ended.receipt(),
        ended.why(),
        ended.by(),
        payment.id().value());
  }

  /** The columns that tell of a final state. */
  private record Columns(
      @Nullable Instant at, @Nullable String receipt, String why, @Nullable String by) {

    private static final int LONGEST_WHY = 2_000;

    static Columns of(Payment.State state) {
      return switch (state) {
        case Payment.Pending _, Payment.Unknown _ -> new Columns(null, null, "", null);
        case Payment.Received(Instant at, String receipt, String leftUndone) ->
            new Columns(at, receipt, cut(leftUndone), null);
        case Payment.Declined(Instant at, String reason) ->
            new Columns(at, null, cut(reason), null);
        case Payment.Ended(Instant at, PersonName by, String reason) ->
            new Columns(at, null, cut(reason), by.text());
      };
    }

    private static String cut(String text) {
      return text.substring(0, Math.min(text.length(), LONGEST_WHY));
    }

    @Nullable LocalDate day() {
      return at == null ? null : NewZealand.dayOf(at);
    }
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return statements.row(FIND, JdbcPaymentBook::payment, id.value());
  }

  @Override
  public boolean claim(String receipt, PaymentId id) {
    return statements.change(CLAIM, receipt, id.value()) == 1
        || statements
            .row(CLAIMED, row -> row.getString("payment"), receipt)
            .equals(Optional.of(id.value()));
  }

  @Override
  public List<Payment> of(AccountNumber account, String beforeId, int most) {
    return statements.rows(
        OF,
        JdbcPaymentBook::payment,
        account.value(),
        beforeId.isEmpty() ? Statements.END : beforeId,
        most);
  }

  @Override
  public List<Payment> open(String afterId, int most) {
    return statements.rows(OPEN, JdbcPaymentBook::payment, afterId, most);
  }

  @Override
  public boolean hasOpen(AccountNumber account) {
    return statements.row(HAS_OPEN, row -> row.getString("id"), account.value()).isPresent();
  }

  @Override
  public List<Payment> receivedOn(LocalDate day, String afterId, int most) {
    return statements.rows(RECEIVED_ON, JdbcPaymentBook::payment, day, afterId, most);
  }

  private static Payment payment(ResultSet row) throws SQLException {
    return new Payment(
        new PaymentId(row.getString("id")),
        new PaymentOrder(
            new AccountNumber(row.getString("account")),
            new Money(row.getLong("cents")),
            row.getString("purpose"),
            row.getString("reference")),
        new PersonName(row.getString("started_by")),
        Statements.moment(row, "started_at"),
        state(row));
  }

  private static Payment.State state(ResultSet row) throws SQLException {
    String why = row.getString("why");
    return switch (row.getString("state")) {
      case "PENDING" -> new Payment.Pending();
      case "UNKNOWN" -> new Payment.Unknown();
      case "RECEIVED" ->
          new Payment.Received(Statements.moment(row, "ended_at"), row.getString("receipt"), why);
      case "DECLINED" -> new Payment.Declined(Statements.moment(row, "ended_at"), why);
      case "ENDED" ->
          new Payment.Ended(
              Statements.moment(row, "ended_at"), new PersonName(row.getString("ended_by")), why);
      case String other -> throw new IllegalStateException("A payment is in no state " + other);
    };
  }
}
