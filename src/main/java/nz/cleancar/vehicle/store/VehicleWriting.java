package nz.cleancar.vehicle.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.vehicle.VehicleBook.Changes;
import nz.cleancar.vehicle.VehicleBook.Merge;
import nz.cleancar.vehicle.VehicleBook.Overtaken;
import nz.cleancar.vehicle.VehicleRecord;

/** Writes changes of vehicle records in batches. */
final class VehicleWriting {

  private static final String INSERT_MARK =
      "insert into vehicle_mark (mark, vehicle_id) values (?, ?)";
  private static final String INSERT_EVENT =
      "insert into vehicle_event (vehicle_id, id, happened_at, kind, says, decision_id, by_whom)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_LATE =
      "insert into vehicle_late_correction (id, vehicle_id, revision, source, message_id,"
          + " occurred_at, noted_at, sent_by, kind) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict do nothing";
  private static final String MERGE =
      "update vehicle set merged_into = ?, version = version + 1, account_number = null"
          + " where id = ? and version = ?";
  private static final String MOVE_MARKS =
      "update vehicle_mark set vehicle_id = ? where vehicle_id = ?";
  private static final String MOVE_DISPUTES =
      "update dispute set vehicle_id = ? where vehicle_id = ?";

  private final Connection connection;

  VehicleWriting(Connection connection) {
    this.connection = connection;
  }

  /** Sets a row's parameters. */
  private interface Setting<T> {
    void set(PreparedStatement statement, T row) throws SQLException;
  }

  void write(Changes changes) throws SQLException {
    batch(
        MessageRow.INSERT,
        changes.messages(),
        (insert, message) -> MessageRow.set(insert, message, changes.receivedAt()));
    batch(
        VehicleRow.INSERT, changes.opened(), (insert, record) -> VehicleRow.set(insert, record, 1));
    onlyAsRead(batch(VehicleRow.UPDATE, changes.changed(), VehicleWriting::update));
    for (Merge merge : changes.merged()) {
      merge(merge);
    }
    batch(
        INSERT_MARK,
        changes.marks().entrySet(),
        (insert, mark) -> {
          insert.setString(1, MessageRow.subject(mark.getKey()));
          insert.setString(2, mark.getValue().value());
        });
    writeEvents(changes);
  }

  private static void update(PreparedStatement update, VehicleRecord record) throws SQLException {
    int last = VehicleRow.set(update, record, record.version() + 1);
    update.setLong(last + 1, record.version());
  }

  private void writeEvents(Changes changes) throws SQLException {
    batch(
        INSERT_EVENT,
        changes.events(),
        (insert, event) -> {
          insert.setString(1, event.vehicle().value());
          insert.setString(2, event.id());
          insert.setObject(3, MessageRow.moment(event.happenedAt()));
          insert.setString(4, event.kind().name());
          insert.setString(5, event.says());
          insert.setObject(6, event.decision().map(DecisionId::value).orElse(null), Types.VARCHAR);
          insert.setString(7, event.by());
        });
    batch(
        INSERT_LATE,
        changes.late(),
        (insert, late) -> {
          insert.setString(1, late.id());
          insert.setString(2, late.vehicle().value());
          insert.setInt(3, late.late().revision());
          insert.setString(4, late.late().origin().source());
          insert.setString(5, late.late().origin().messageId());
          insert.setObject(6, MessageRow.moment(late.late().origin().occurredAt()));
          insert.setObject(7, MessageRow.moment(late.notedAt()));
          insert.setString(8, late.late().origin().sentBy());
          insert.setString(9, late.late().kind().name());
        });
  }

  private void merge(Merge merge) throws SQLException {
    String from = merge.from().id().value();
    try (PreparedStatement update = connection.prepareStatement(MERGE)) {
      update.setString(1, merge.into().value());
      update.setString(2, from);
      update.setLong(3, merge.from().version());
      onlyAsRead(new int[] {update.executeUpdate()});
    }
    for (String move : new String[] {MOVE_MARKS, MOVE_DISPUTES}) {
      try (PreparedStatement update = connection.prepareStatement(move)) {
        update.setString(1, merge.into().value());
        update.setString(2, from);
        update.executeUpdate();
      }
    }
  }

  private <T> int[] batch(String sql, Collection<T> rows, Setting<T> setting) throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T row : rows) {
        setting.set(statement, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static void onlyAsRead(int[] counts) {
    if (Arrays.stream(counts).anyMatch(count -> count != 1)) {
      throw new Overtaken();
    }
  }
}
