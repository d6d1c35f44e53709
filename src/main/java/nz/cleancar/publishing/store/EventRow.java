package nz.cleancar.publishing.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyEvent;
import nz.cleancar.publishing.PolicyEvent.What;
import nz.cleancar.publishing.ReportsDigest;
import nz.cleancar.security.PersonName;
import org.jspecify.annotations.Nullable;

/** An event as a row of the table {@code policy_event}. */
record EventRow(
    String kind,
    @Nullable String base,
    @Nullable Boolean passed,
    @Nullable String objections,
    @Nullable String comparedWith,
    @Nullable String reports,
    @Nullable Instant liveFrom,
    @Nullable Long replaces) {

  static final String COLUMNS =
      "number, version, kind, happened_at, by_whom, reason, base, passed, objections,"
          + " compared_with, reports, live_from, replaces";

  static EventRow of(What what) {
    return switch (what) {
      case What.HandedIn handedIn ->
          plain("HANDED_IN").from(handedIn.madeFrom().map(PolicyVersion::name).orElse(null));
      case What.Checked checked ->
          new EventRow(
              "CHECKED",
              null,
              checked.passed(),
              String.join("\n", checked.objections()),
              checked.comparedWith().name(),
              checked.reports().name(),
              null,
              null);
      case What.Approved(ReportsDigest reports) ->
          new EventRow("APPROVED", null, null, null, null, reports.name(), null, null);
      case What.Scheduled(Instant liveFrom) -> plain("SCHEDULED").live(liveFrom, null);
      case What.Withdrawn _ -> plain("WITHDRAWN");
      case What.Live(Instant liveFrom, long replaces) -> plain("LIVE").live(liveFrom, replaces);
      case What.Failed(Instant liveFrom) -> plain("FAILED").live(liveFrom, null);
    };
  }

  private static EventRow plain(String kind) {
    return new EventRow(kind, null, null, null, null, null, null, null);
  }

  private EventRow from(@Nullable String version) {
    return new EventRow(kind, version, null, null, null, null, null, null);
  }

  private EventRow live(Instant from, @Nullable Long before) {
    return new EventRow(kind, null, null, null, null, null, from, before);
  }

  /** Sets the parameters of an insert into {@link #COLUMNS}. */
  void set(PreparedStatement insert, PolicyEvent event) throws SQLException {
    insert.setLong(1, event.number());
    insert.setString(2, event.version().name());
    insert.setString(3, kind);
    insert.setObject(4, event.at().atOffset(ZoneOffset.UTC));
    insert.setString(5, event.by().text());
    insert.setString(6, event.reason());
    insert.setString(7, base);
    insert.setObject(8, passed, Types.BOOLEAN);
    insert.setString(9, objections);
    insert.setString(10, comparedWith);
    insert.setString(11, reports);
    insert.setObject(
        12,
        liveFrom == null ? null : liveFrom.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
    insert.setObject(13, replaces, Types.BIGINT);
  }

  /** The event in the row that the cursor is on. */
  static PolicyEvent event(ResultSet row) throws SQLException {
    return new PolicyEvent(
        row.getLong("number"),
        new PolicyVersion(row.getString("version")),
        moment(row, "happened_at"),
        new PersonName(row.getString("by_whom")),
        row.getString("reason"),
        what(row));
  }

  private static What what(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return switch (kind) {
      case "HANDED_IN" -> new What.HandedIn(base(row));
      case "CHECKED" ->
          new What.Checked(
              row.getBoolean("passed"),
              new ReportsDigest(row.getString("reports")),
              new PolicyVersion(row.getString("compared_with")),
              lines(row.getString("objections")));
      case "APPROVED" -> new What.Approved(new ReportsDigest(row.getString("reports")));
      case "SCHEDULED" -> new What.Scheduled(moment(row, "live_from"));
      case "WITHDRAWN" -> new What.Withdrawn();
      case "LIVE" -> new What.Live(moment(row, "live_from"), row.getLong("replaces"));
      case "FAILED" -> new What.Failed(moment(row, "live_from"));
      default -> throw new IllegalStateException("An event of a later release: " + kind + ".");
    };
  }

  private static @Nullable PolicyVersion base(ResultSet row) throws SQLException {
    String base = row.getString("base");
    return base == null ? null : new PolicyVersion(base);
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }
}
