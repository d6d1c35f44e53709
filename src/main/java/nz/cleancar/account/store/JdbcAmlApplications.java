package nz.cleancar.account.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.account.AmlApplication;
import nz.cleancar.account.AmlApplication.Answer;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/** Applications to be verified, in a database. */
@Singleton
final class JdbcAmlApplications implements AmlApplications {

  private static final String INSERT =
      "insert into aml_application (id, account, applied_on, applied_by) values (?, ?, ?, ?)";
  private static final String ANSWER =
      "update aml_application set decided_on = ?, decided_by = ?, verified = ?, reason = ?"
          + " where id = ? and decided_on is null";
  private static final String LAPSE =
      "update aml_application set lapsed_on = ? where account = ? and verified"
          + " and lapsed_on is null";
  private static final String SELECT =
      "select id, account, applied_on, applied_by, decided_on, decided_by, verified, reason"
          + " from aml_application";
  private static final String OF = SELECT + " where account = ? order by id";
  private static final String OPEN =
      SELECT + " where decided_on is null and id > ? order by id fetch first ? rows only";
  private static final String AS_OF =
      "select count(case when decided_on <= ? and verified"
          + " and (lapsed_on is null or lapsed_on > ?) then 1 end),"
          + " count(case when decided_on is null or decided_on > ? then 1 end),"
          + " count(case when decided_on <= ? and not verified then 1 end)"
          + " from aml_application where applied_on <= ?";

  private final TransactionOperations<Connection> transactions;

  JdbcAmlApplications(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(AmlApplication application) {
    transactions.executeWrite(
        transaction -> {
          try (var insert = transaction.getConnection().prepareStatement(INSERT)) {
            insert.setString(1, application.id());
            insert.setString(2, application.account().value());
            insert.setObject(3, application.appliedOn());
            insert.setString(4, application.appliedBy().text());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public void answer(AmlApplication answered) {
    Answer answer = answered.answered().orElseThrow();
    int updated =
        transactions.executeWrite(
            transaction -> {
              try (var update = transaction.getConnection().prepareStatement(ANSWER)) {
                update.setObject(1, answer.on());
                update.setString(2, answer.by().text());
                update.setBoolean(3, answer.verified());
                update.setString(4, answer.reason());
                update.setString(5, answered.id());
                return update.executeUpdate();
              }
            });
    if (updated != 1) {
      throw new IllegalStateException("Application " + answered.id() + " cannot be answered.");
    }
  }

  @Override
  public void lapse(AccountNumber account, LocalDate day) {
    var _ =
        transactions.executeWrite(
            transaction -> {
              try (var update = transaction.getConnection().prepareStatement(LAPSE)) {
                update.setObject(1, day);
                update.setString(2, account.value());
                return update.executeUpdate();
              }
            });
  }

  @Override
  public Optional<AmlApplication> open(AccountNumber account) {
    return of(account).stream().filter(each -> each.answered().isEmpty()).findFirst();
  }

  @Override
  public List<AmlApplication> of(AccountNumber account) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(OF)) {
            select.setString(1, account.value());
            return applications(select);
          }
        });
  }

  @Override
  public List<AmlApplication> open(String afterId, int most) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(OPEN)) {
            select.setString(1, afterId);
            select.setInt(2, most);
            return applications(select);
          }
        });
  }

  @Override
  public Counts asOf(LocalDate day) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(AS_OF)) {
            for (int parameter = 1; parameter <= 5; parameter++) {
              select.setObject(parameter, day);
            }
            try (var row = select.executeQuery()) {
              row.next();
              return new Counts(row.getLong(1), row.getLong(2), row.getLong(3));
            }
          }
        });
  }

  private static List<AmlApplication> applications(PreparedStatement select) throws SQLException {
    var found = new ArrayList<AmlApplication>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new AmlApplication(
                rows.getString(1),
                new AccountNumber(rows.getString(2)),
                rows.getObject(3, LocalDate.class),
                new PersonName(rows.getString(4)),
                answer(rows)));
      }
    }
    return found;
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    var on = AccountRow.day(row, 5);
    return on == null
        ? null
        : new Answer(row.getBoolean(7), on, new PersonName(row.getString(6)), row.getString(8));
  }
}
