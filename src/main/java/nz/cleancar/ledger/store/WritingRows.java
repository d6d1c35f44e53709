package nz.cleancar.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nz.cleancar.ledger.Book;
import nz.cleancar.ledger.Charge;
import nz.cleancar.ledger.Entry;
import nz.cleancar.ledger.FleetVehicle;
import nz.cleancar.ledger.Posting;
import nz.cleancar.ledger.Writing;

/** Writes entries with their postings in batches, and moves the balances with them. */
final class WritingRows {

  private static final String ENTRY =
      "insert into ledger_entry (id, kind, reference, about, recorded_at, recorded_on)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String POSTING =
      "insert into ledger_posting (entry, line, account, book, lot, amount, recorded_on)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String MOVE =
      "update ledger_balance set amount = amount + ? where account = ? and book = ? and lot = ?";
  private static final String BEGIN =
      "insert into ledger_balance (amount, account, book, lot) values (?, ?, ?, ?)";
  private static final String END =
      "delete from ledger_balance where amount = 0 and account = ? and book = ? and lot = ?";
  private static final String FLEET =
      "insert into fleet_vehicle (vehicle, account, fleet_year, vehicle_type, target, co2,"
          + " difference_tenths) values (?, ?, ?, ?, ?, ?, ?)";

  private WritingRows() {}

  private record Place(String account, Book book, String lot) {}

  private record Move(Place place, long amount) {}

  static void write(Connection connection, Writing writing) throws SQLException {
    entries(connection, writing.entries());
    postings(connection, writing.entries());
    charges(connection, writing.charges());
    fleet(connection, writing.fleet());
    balances(connection, moves(writing.entries()));
  }

  private static void entries(Connection connection, List<Entry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      for (Entry entry : entries) {
        insert.setString(1, entry.id());
        insert.setString(2, entry.kind().name());
        insert.setString(3, entry.reference());
        insert.setString(4, entry.about());
        insert.setObject(5, entry.recordedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(6, entry.day());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void postings(Connection connection, List<Entry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(POSTING)) {
      for (Entry entry : entries) {
        int line = 0;
        for (Posting posting : entry.postings()) {
          insert.setString(1, entry.id());
          insert.setInt(2, ++line);
          if (posting.account().isPresent()) {
            insert.setString(3, posting.account().get().value());
          } else {
            insert.setNull(3, Types.VARCHAR);
          }
          insert.setString(4, posting.book().name());
          insert.setString(5, posting.lot());
          insert.setLong(6, posting.amount());
          insert.setObject(7, entry.day());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void charges(Connection connection, List<Charge> charges) throws SQLException {
    if (charges.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(ChargeRow.INSERT)) {
      for (Charge charge : charges) {
        ChargeRow.set(insert, charge);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void fleet(Connection connection, List<FleetVehicle> fleet) throws SQLException {
    if (fleet.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(FLEET)) {
      for (FleetVehicle vehicle : fleet) {
        insert.setString(1, vehicle.vehicleId());
        insert.setString(2, vehicle.account().value());
        insert.setInt(3, vehicle.year());
        insert.setString(4, vehicle.type());
        insert.setBigDecimal(5, vehicle.target().perKilometre());
        insert.setBigDecimal(6, vehicle.co2().perKilometre());
        insert.setLong(7, vehicle.difference().tenths());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** By how much each balance moves: a charge that is levied and settled at once moves none. */
  private static List<Move> moves(List<Entry> entries) {
    var moves = new LinkedHashMap<Place, Long>();
    for (Entry entry : entries) {
      for (Posting posting : entry.postings()) {
        posting
            .account()
            .ifPresent(
                account ->
                    moves.merge(
                        new Place(account.value(), posting.book(), posting.lot()),
                        posting.amount(),
                        Math::addExact));
      }
    }
    return moves.entrySet().stream()
        .filter(move -> move.getValue() != 0)
        .map(move -> new Move(move.getKey(), move.getValue()))
        .toList();
  }

  private static void balances(Connection connection, List<Move> moves) throws SQLException {
    var begun = new ArrayList<Move>();
    var moved = new ArrayList<Move>();
    int[] updated = inBatch(connection, MOVE, moves, true);
    for (int at = 0; at < updated.length; at++) {
      (updated[at] == 0 ? begun : moved).add(moves.get(at));
    }
    moved.removeIf(move -> move.amount() > 0 && !move.place().book().mayBeBelowZero());
    inBatch(connection, BEGIN, begun, true);
    inBatch(connection, END, moved, false);
  }

  /** Runs the statement for each move; what it changed. */
  private static int[] inBatch(
      Connection connection, String sql, List<Move> moves, boolean withAmount) throws SQLException {
    if (moves.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Move move : moves) {
        int at = 0;
        if (withAmount) {
          statement.setLong(++at, move.amount());
        }
        statement.setString(++at, move.place().account());
        statement.setString(++at, move.place().book().name());
        statement.setString(++at, move.place().lot());
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }
}
