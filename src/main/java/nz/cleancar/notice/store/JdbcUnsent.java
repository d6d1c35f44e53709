package nz.cleancar.notice.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.notice.Unsent;
import nz.cleancar.work.AllOrNothing;

/**
 * The notices still to be sent, in a database. A claim moves the moment that a notice is due to the
 * claim's end, and is told from a later one by the number of tries.
 */
@Singleton
final class JdbcUnsent implements Unsent {

  private static final int LONGEST_FAILURE = 500;

  private static final String DUE =
      "select "
          + NoticeRow.COLUMNS
          + " from notice where state = 'WAITING' and due_at <= ? and (recipient <> '' or ?)"
          + " order by due_at limit ? for update skip locked";
  private static final String CLAIM =
      "update notice set due_at = ?, tries = tries + 1 where id = ?";
  private static final String SENT =
      "update notice set state = 'SENT', delivered_at = ?, failure = '' where id = ?";
  private static final String SETTLE =
      "update notice set state = ?, failure = ?, due_at = ?, tries = ?"
          + " where id = ? and state = 'WAITING' and tries = ?";

  private final ConnectionOperations<Connection> connections;
  private final AllOrNothing work;

  JdbcUnsent(ConnectionOperations<Connection> connections, AllOrNothing work) {
    this.connections = connections;
    this.work = work;
  }

  @Override
  public List<Claim> claim(int most, Instant now, Duration lease, boolean agencys) {
    var until = now.plus(lease);
    return work.run(
        () ->
            connections.executeWrite(
                status -> {
                  try {
                    var due = due(status.getConnection(), most, now, agencys, until);
                    claim(status.getConnection(), due, until);
                    return due;
                  } catch (SQLException e) {
                    throw new DataAccessException("Notices could not be claimed.", e);
                  }
                }));
  }

  private static List<Claim> due(
      Connection connection, int most, Instant now, boolean agencys, Instant until)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setObject(1, NoticeRow.at(now));
      select.setBoolean(2, agencys);
      select.setInt(3, most);
      var due = new ArrayList<Claim>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          due.add(
              new Claim(
                  rows.getString("id"), NoticeRow.notice(rows), rows.getInt("tries") + 1, until));
        }
      }
      return due;
    }
  }

  private static void claim(Connection connection, List<Claim> due, Instant until)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
      for (Claim claim : due) {
        update.setObject(1, NoticeRow.at(until));
        update.setString(2, claim.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  @Override
  public void sent(Claim claim, Instant at) {
    update(
        SENT,
        update -> {
          update.setObject(1, NoticeRow.at(at));
          update.setString(2, claim.id());
        });
  }

  @Override
  public void putOff(Claim claim, String why, Instant until) {
    settle(claim, "WAITING", why, until, claim.tries());
  }

  @Override
  public void giveUp(Claim claim, String why) {
    settle(claim, "GIVEN_UP", why, claim.until(), claim.tries());
  }

  @Override
  public void release(Claim claim, Instant now) {
    settle(claim, "WAITING", "", now, claim.tries() - 1);
  }

  private void settle(Claim claim, String state, String why, Instant dueAt, int tries) {
    String failure =
        why.length() <= LONGEST_FAILURE ? why : why.substring(0, LONGEST_FAILURE - 1) + "…";
    update(
        SETTLE,
        update -> {
          update.setString(1, state);
          update.setString(2, failure);
          update.setObject(3, NoticeRow.at(dueAt));
          update.setInt(4, tries);
          update.setString(5, claim.id());
          update.setInt(6, claim.tries());
        });
  }

  private void update(String sql, Values values) {
    connections.executeWrite(
        status -> {
          try (PreparedStatement update = status.getConnection().prepareStatement(sql)) {
            values.set(update);
            return update.executeUpdate();
          } catch (SQLException e) {
            throw new DataAccessException("What became of a notice could not be kept.", e);
          }
        });
  }

  private interface Values {
    void set(PreparedStatement update) throws SQLException;
  }
}
