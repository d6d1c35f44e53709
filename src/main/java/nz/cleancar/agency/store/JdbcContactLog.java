package nz.cleancar.agency.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.agency.Contact;
import nz.cleancar.agency.Contact.About;
import nz.cleancar.agency.Contact.Channel;
import nz.cleancar.agency.ContactLog;
import nz.cleancar.agency.DayOfContacts;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/** The contacts in a database. */
@Singleton
final class JdbcContactLog implements ContactLog {

  private static final String INSERT =
      "insert into contact (id, channel, account, about, answered_after_seconds, noted_by,"
          + " noted_at, noted_on) values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String BEFORE =
      "select id, channel, account, about, answered_after_seconds, noted_by, noted_at"
          + " from contact where id < ? order by id desc limit ?";
  private static final String COUNTS =
      "select count(case when noted_on = ? and channel = 'CALL' then 1 end),"
          + " count(case when noted_on = ? and channel = 'EMAIL' then 1 end),"
          + " count(case when noted_on < ? then 1 end),"
          + " coalesce(sum(case when noted_on = ? and channel = 'CALL'"
          + " then answered_after_seconds end), 0),"
          + " coalesce(sum(case when noted_on = ? and channel = 'EMAIL'"
          + " then answered_after_seconds end), 0)"
          + " from contact where noted_on >= ? and noted_on <= ?";
  private static final String ABOUT =
      "select about, count(*) from contact where noted_on = ? group by about";
  private static final String ACCOUNTS =
      "select count(*), count(case when vehicles = 1 then 1 end) from"
          + " (select c.account, (select count(*) from vehicle v"
          + " where v.account_number = c.account and v.accepted_on <= ?"
          + " and v.merged_into is null) as vehicles"
          + " from (select distinct account from contact where noted_on = ? and account <> '') c)"
          + " counted";

  // sorts after every id
  private static final String END = "Z".repeat(26);

  private final AgencyConnection connection;

  JdbcContactLog(AgencyConnection connection) {
    this.connection = connection;
  }

  @Override
  public void add(Contact contact) {
    var _ =
        connection.write(
            INSERT,
            List.of(
                contact.id(),
                contact.channel().name(),
                contact.account().map(AccountNumber::value).orElse(""),
                contact.about().name(),
                contact.answeredAfterSeconds(),
                contact.notedBy().text(),
                NewZealand.at(contact.notedAt()),
                NewZealand.dayOf(contact.notedAt())));
  }

  @Override
  public List<Contact> before(String id, int most) {
    return connection.all(BEFORE, List.of(id.isEmpty() ? END : id, most), JdbcContactLog::contact);
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getString(1),
        Channel.valueOf(row.getString(2)),
        account(row.getString(3)),
        About.valueOf(row.getString(4)),
        row.getLong(5),
        new PersonName(row.getString(6)),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private static @Nullable AccountNumber account(String text) {
    return text.isEmpty() ? null : new AccountNumber(text);
  }

  private record Counts(
      long calls, long emails, long before, long callSeconds, long emailSeconds) {}

  private record Accounts(long all, long ofOneVehicle) {}

  @Override
  public DayOfContacts of(LocalDate day) {
    LocalDate first = day.minusDays(DayOfContacts.USUAL_DAYS);
    Counts counts =
        connection.one(
            COUNTS,
            List.of(day, day, day, day, day, first, day),
            row ->
                new Counts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5)));
    Accounts accounts =
        connection.one(
            ACCOUNTS, List.of(day, day), row -> new Accounts(row.getLong(1), row.getLong(2)));
    return new DayOfContacts(
        day,
        counts.calls(),
        counts.emails(),
        counts.before(),
        counts.callSeconds(),
        counts.emailSeconds(),
        accounts.all(),
        accounts.ofOneVehicle(),
        about(day));
  }

  private Map<About, Long> about(LocalDate day) {
    var about = new EnumMap<About, Long>(About.class);
    connection
        .all(ABOUT, List.of(day), row -> Map.entry(About.valueOf(row.getString(1)), row.getLong(2)))
        .forEach(each -> about.put(each.getKey(), each.getValue()));
    return about;
  }
}
