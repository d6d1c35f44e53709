package nz.cleancar.vehicle.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows that a query finds. */
final class Rows {

  private Rows() {}

  /** Reads a row. */
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All that the query finds with these parameters, read one by one. */
  static <T> List<T> list(
      Connection connection, String sql, Reading<T> reading, Object... parameters)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      var found = new ArrayList<T>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(reading.read(row));
        }
      }
      return found;
    }
  }

  /** The texts as a parameter of {@code any(?)}. */
  static Array array(Connection connection, Stream<String> texts) throws SQLException {
    return connection.createArrayOf("varchar", texts.distinct().toArray());
  }
}
