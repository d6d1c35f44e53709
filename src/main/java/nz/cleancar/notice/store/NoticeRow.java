package nz.cleancar.notice.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.standard.AccountNumber;

/** Notices as rows. */
final class NoticeRow {

  static final String COLUMNS =
      "id, kind, account, recipient, subject, text, once, posted_at, state, tries, due_at, failure,"
          + " delivered_at";

  private NoticeRow() {}

  /** The notice of the row. */
  static Notice notice(ResultSet row) throws SQLException {
    String account = row.getString("account");
    return new Notice(
        NoticeKind.valueOf(row.getString("kind")),
        account.isEmpty() ? null : new AccountNumber(account),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("text"),
        row.getString("once"));
  }

  /** The notice of the row, and what became of it. */
  static PostedNotice posted(ResultSet row) throws SQLException {
    var delivered = row.getObject("delivered_at", OffsetDateTime.class);
    return new PostedNotice(
        row.getString("id"),
        notice(row),
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        PostedNotice.State.valueOf(row.getString("state")),
        row.getInt("tries"),
        row.getString("failure"),
        delivered == null ? null : delivered.toInstant());
  }

  /** Sets all columns for a notice that is posted at the moment. */
  static void set(PreparedStatement insert, String id, Notice notice, Instant now)
      throws SQLException {
    insert.setString(1, id);
    insert.setString(2, notice.kind().name());
    insert.setString(3, notice.account().map(AccountNumber::value).orElse(""));
    insert.setString(4, notice.recipient());
    insert.setString(5, notice.subject());
    insert.setString(6, notice.text());
    insert.setString(7, notice.once());
    insert.setObject(8, at(now));
    insert.setString(9, PostedNotice.State.WAITING.name());
    insert.setInt(10, 0);
    insert.setObject(11, at(now));
    insert.setString(12, "");
    insert.setObject(13, null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
