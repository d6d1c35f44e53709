package nz.cleancar.vehicle.store;

import static nz.cleancar.vehicle.store.Rows.list;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.ModelCode;
import nz.cleancar.vehicle.VehicleBook.MessageKey;
import nz.cleancar.vehicle.VehicleFile;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.vehicle.VehicleRecord;

/** Reads what vehicle records follow from. */
final class VehicleReading {

  private static final String IDS_BY_MARK =
      "select vehicle_id from vehicle_mark where mark = any(?)";
  private static final String BY_ID = VehicleRow.SELECT + " where id = any(?)";
  private static final String MARKS =
      "select vehicle_id, mark from vehicle_mark where vehicle_id = any(?)";
  private static final String MESSAGES = MessageRow.SELECT + " where subject = any(?)";
  private static final String DIGESTS =
      "select source, sent_by, message_id, digest from vehicle_message"
          + " where message_id = any(?)";

  private final Connection connection;

  VehicleReading(Connection connection) {
    this.connection = connection;
  }

  /** What messages said that came before, as {@link nz.cleancar.vehicle.VehicleBook} tells. */
  Map<MessageKey, String> digests(Collection<MessageKey> keys) throws SQLException {
    // By their ids alone: H2 would read all of a source's messages to find those of a source.
    var digests = new HashMap<MessageKey, String>();
    list(
            connection,
            DIGESTS,
            row ->
                Map.entry(
                    new MessageKey(row.getString(1), row.getString(2), row.getString(3)),
                    row.getString(4)),
            Rows.array(connection, keys.stream().map(MessageKey::messageId)))
        .forEach(each -> digests.put(each.getKey(), each.getValue()));
    digests.keySet().retainAll(keys);
    return digests;
  }

  /** The accounts that were named for the models. */
  Map<ModelCode, List<ModelAssigned>> models(Collection<ModelCode> models) throws SQLException {
    var assigned = new HashMap<ModelCode, List<ModelAssigned>>();
    if (!models.isEmpty()) {
      list(
              connection,
              MESSAGES,
              MessageRow::modelAssigned,
              Rows.array(connection, models.stream().map(MessageRow::subject)))
          .forEach(
              said -> assigned.computeIfAbsent(said.model(), _ -> new ArrayList<>()).add(said));
    }
    return assigned;
  }

  /** The records that are found by the marks. */
  List<VehicleId> found(Collection<Mark> marks) throws SQLException {
    return list(
        connection,
        IDS_BY_MARK,
        row -> new VehicleId(row.getString(1)),
        Rows.array(connection, marks.stream().map(MessageRow::subject)));
  }

  /** The files of the vehicles that are found by the marks. */
  List<VehicleFile> filesAbout(Collection<Mark> marks) throws SQLException {
    return files(new HashSet<>(found(marks)));
  }

  /** The records before what they follow from: a change meanwhile is met when they are written. */
  List<VehicleFile> files(Collection<VehicleId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<VehicleRecord> records = list(connection, BY_ID, VehicleRow::read, array(ids));
    Map<String, Set<Mark>> marks = marks(ids);
    Map<String, List<FeedMessage>> messages =
        messages(marks.values().stream().flatMap(Set::stream).map(MessageRow::subject));
    return records.stream()
        .map(record -> file(record, marks.getOrDefault(record.id().value(), Set.of()), messages))
        .toList();
  }

  private static VehicleFile file(
      VehicleRecord record, Set<Mark> marks, Map<String, List<FeedMessage>> messages) {
    return new VehicleFile(
        record,
        marks,
        marks.stream()
            .flatMap(mark -> messages.getOrDefault(MessageRow.subject(mark), List.of()).stream())
            .toList());
  }

  private Map<String, Set<Mark>> marks(Collection<VehicleId> ids) throws SQLException {
    var marks = new HashMap<String, Set<Mark>>();
    list(
            connection,
            MARKS,
            row -> Map.entry(row.getString(1), MessageRow.mark(row.getString(2))),
            array(ids))
        .forEach(
            each ->
                marks.computeIfAbsent(each.getKey(), _ -> new HashSet<>()).add(each.getValue()));
    return marks;
  }

  private Map<String, List<FeedMessage>> messages(Stream<String> subjects) throws SQLException {
    var messages = new HashMap<String, List<FeedMessage>>();
    list(
            connection,
            MESSAGES,
            row -> Map.entry(row.getString("subject"), MessageRow.read(row)),
            Rows.array(connection, subjects))
        .forEach(
            each ->
                messages
                    .computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                    .add(each.getValue()));
    return messages;
  }

  private java.sql.Array array(Collection<VehicleId> ids) throws SQLException {
    return Rows.array(connection, ids.stream().map(VehicleId::value));
  }
}
