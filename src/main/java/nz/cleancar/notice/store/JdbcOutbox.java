package nz.cleancar.notice.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.Outbox;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.UniqueIds;

/** The notices that were posted, in a database; posting joins the work that is under way. */
@Singleton
final class JdbcOutbox implements Outbox {

  private static final String INSERT =
      "insert into notice ("
          + NoticeRow.COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String SELECT =
      "select " + NoticeRow.COLUMNS + " from notice where id < ?%s order by id desc limit ?";

  // sorts after every id
  private static final String END = "Z".repeat(26);

  private final ConnectionOperations<Connection> connections;
  private final UniqueIds ids;
  private final NewZealand newZealand;

  JdbcOutbox(ConnectionOperations<Connection> connections, UniqueIds ids, NewZealand newZealand) {
    this.connections = connections;
    this.ids = ids;
    this.newZealand = newZealand;
  }

  @Override
  public boolean post(Notice notice) {
    var now = newZealand.now();
    return connections.executeWrite(
        status -> {
          try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT)) {
            NoticeRow.set(insert, ids.next(now), notice, now);
            return insert.executeUpdate() == 1;
          } catch (SQLException e) {
            throw new DataAccessException("A notice could not be posted.", e);
          }
        });
  }

  @Override
  public List<PostedNotice> toHolderOf(AccountNumber account, Page page) {
    return read(" and account = ? and recipient <> ''", List.of(account.value()), page);
  }

  @Override
  public List<PostedNotice> in(PostedNotice.State state, Page page) {
    return read(" and state = ?", List.of(state.name()), page);
  }

  @Override
  public List<PostedNotice> all(Page page) {
    return read("", List.of(), page);
  }

  private List<PostedNotice> read(String where, List<String> values, Page page) {
    return connections.executeRead(
        status -> {
          try (PreparedStatement select =
              status.getConnection().prepareStatement(SELECT.formatted(where))) {
            int place = 1;
            select.setString(place++, page.after().isEmpty() ? END : page.after());
            for (String value : values) {
              select.setString(place++, value);
            }
            select.setInt(place, page.most());
            return posted(select);
          } catch (SQLException e) {
            throw new DataAccessException("Notices could not be read.", e);
          }
        });
  }

  private static List<PostedNotice> posted(PreparedStatement select) throws SQLException {
    var posted = new ArrayList<PostedNotice>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        posted.add(NoticeRow.posted(rows));
      }
    }
    return posted;
  }
}
