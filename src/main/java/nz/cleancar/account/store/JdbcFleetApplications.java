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
import nz.cleancar.account.FleetApplication;
import nz.cleancar.account.FleetApplication.Answer;
import nz.cleancar.account.FleetApplication.Answer.Approved;
import nz.cleancar.account.FleetApplication.Answer.Declined;
import nz.cleancar.account.FleetApplication.Declarations;
import nz.cleancar.account.FleetApplications;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import org.jspecify.annotations.Nullable;

/** Applications for fleet average in a database. */
@Singleton
final class JdbcFleetApplications implements FleetApplications {

  private static final String INSERT =
      "insert into fleet_application (id, account, applicant, related_parties, insolvency,"
          + " applied_on, applied_by) values (?, ?, ?, ?, ?, ?, ?)";
  private static final String ANSWER =
      "update fleet_application set decided_on = ?, decided_by = ?, approved = ?, reason = ?,"
          + " approved_from = ? where id = ? and decided_on is null";
  private static final String SELECT =
      "select id, account, applicant, related_parties, insolvency, applied_on, applied_by,"
          + " decided_on, decided_by, approved, reason, approved_from from fleet_application";
  private static final String OF = SELECT + " where account = ? order by id";
  private static final String OPEN =
      SELECT + " where decided_on is null and id > ? order by id fetch first ? rows only";

  private final TransactionOperations<Connection> transactions;

  JdbcFleetApplications(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(FleetApplication application) {
    transactions.executeWrite(
        transaction -> {
          try (var insert = transaction.getConnection().prepareStatement(INSERT)) {
            insert.setString(1, application.id());
            insert.setString(2, application.account().value());
            insert.setString(3, application.declared().applicant());
            insert.setString(4, application.declared().relatedParties());
            insert.setString(5, application.declared().insolvency());
            insert.setObject(6, application.appliedOn());
            insert.setString(7, application.appliedBy().text());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public void answer(FleetApplication answered) {
    Answer answer = answered.answered().orElseThrow();
    int updated =
        transactions.executeWrite(
            transaction -> {
              try (var update = transaction.getConnection().prepareStatement(ANSWER)) {
                update.setObject(1, answer.on());
                update.setString(2, answer.by().text());
                update.setString(4, answer.reason());
                switch (answer) {
                  case Approved approved -> {
                    update.setBoolean(3, true);
                    update.setObject(5, approved.from());
                  }
                  case Declined _ -> {
                    update.setBoolean(3, false);
                    update.setObject(5, null);
                  }
                }
                update.setString(6, answered.id());
                return update.executeUpdate();
              }
            });
    if (updated != 1) {
      throw new IllegalStateException("Application " + answered.id() + " cannot be answered.");
    }
  }

  @Override
  public Optional<FleetApplication> open(AccountNumber account) {
    return of(account).stream().filter(each -> each.answered().isEmpty()).findFirst();
  }

  @Override
  public List<FleetApplication> of(AccountNumber account) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(OF)) {
            select.setString(1, account.value());
            return applications(select);
          }
        });
  }

  @Override
  public List<FleetApplication> open(String afterId, int most) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(OPEN)) {
            select.setString(1, afterId);
            select.setInt(2, most);
            return applications(select);
          }
        });
  }

  private static List<FleetApplication> applications(PreparedStatement select) throws SQLException {
    var found = new ArrayList<FleetApplication>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new FleetApplication(
                rows.getString(1),
                new AccountNumber(rows.getString(2)),
                new Declarations(rows.getString(3), rows.getString(4), rows.getString(5)),
                rows.getObject(6, LocalDate.class),
                new PersonName(rows.getString(7)),
                answer(rows)));
      }
    }
    return found;
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    var on = AccountRow.day(row, 8);
    if (on == null) {
      return null;
    }
    var by = new PersonName(row.getString(9));
    var from = AccountRow.day(row, 12);
    return row.getBoolean(10) && from != null
        ? new Approved(on, by, row.getString(11), from)
        : new Declined(on, by, row.getString(11));
  }
}
