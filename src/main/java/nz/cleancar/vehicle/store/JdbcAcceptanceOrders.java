package nz.cleancar.vehicle.store;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nz.cleancar.ledger.Settlement;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.vehicle.AcceptanceOrders;
import nz.cleancar.vehicle.VehicleId;

/** What payments for vehicles are for, in a database. */
@Singleton
final class JdbcAcceptanceOrders implements AcceptanceOrders {

  private static final String INSERT =
      "insert into acceptance_order"
          + " (payment_id, account_number, most_credits, ordered_by, ordered_at, vehicles, charges)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String OF =
      "select payment_id, account_number, most_credits, ordered_by, ordered_at, vehicles, charges"
          + " from acceptance_order where payment_id = ?";
  private static final String PENDING =
      "select o.vehicles from payment p join acceptance_order o on o.payment_id = p.id"
          + " where p.account = ? and p.state in ('PENDING', 'UNKNOWN')";
  private static final String BETWEEN = " ";

  private final ConnectionOperations<Connection> connections;

  JdbcAcceptanceOrders(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  @Override
  public void add(Order order) {
    connections.executeWrite(
        status -> {
          try (var insert = status.getConnection().prepareStatement(INSERT)) {
            insert.setString(1, order.payment().value());
            insert.setString(2, order.account().value());
            insert.setLong(3, order.how().mostCredits().tenths());
            insert.setString(4, order.by().text());
            insert.setObject(5, MessageRow.moment(order.at()));
            insert.setString(
                6,
                order.vehicles().stream()
                    .map(VehicleId::value)
                    .collect(Collectors.joining(BETWEEN)));
            insert.setString(
                7,
                order.charges().stream()
                    .map(charge -> Long.toString(charge.cents()))
                    .collect(Collectors.joining(BETWEEN)));
            return insert.executeUpdate();
          } catch (SQLException e) {
            throw new DataAccessException("An order could not be kept.", e);
          }
        });
  }

  @Override
  public Optional<Order> of(PaymentId payment) {
    return connections.executeRead(
        status -> {
          try (var select = status.getConnection().prepareStatement(OF)) {
            select.setString(1, payment.value());
            try (var row = select.executeQuery()) {
              return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
          } catch (SQLException e) {
            throw new DataAccessException("An order could not be read.", e);
          }
        });
  }

  @Override
  public Set<VehicleId> pending(AccountNumber account) {
    return connections.executeRead(
        status -> {
          try (var select = status.getConnection().prepareStatement(PENDING)) {
            select.setString(1, account.value());
            var vehicles = new HashSet<VehicleId>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                vehicles.addAll(vehicles(rows));
              }
            }
            return vehicles;
          } catch (SQLException e) {
            throw new DataAccessException("The open orders could not be read.", e);
          }
        });
  }

  private static List<VehicleId> vehicles(ResultSet row) throws SQLException {
    return Arrays.stream(row.getString("vehicles").split(BETWEEN)).map(VehicleId::new).toList();
  }

  private static Order read(ResultSet row) throws SQLException {
    return new Order(
        new PaymentId(row.getString("payment_id")),
        new AccountNumber(row.getString("account_number")),
        new Settlement(Grams.ofTenths(row.getLong("most_credits"))),
        new PersonName(row.getString("ordered_by")),
        MessageRow.moment(row, "ordered_at"),
        vehicles(row),
        charges(row));
  }

  private static List<Money> charges(ResultSet row) throws SQLException {
    return Arrays.stream(row.getString("charges").split(BETWEEN))
        .filter(cents -> !cents.isEmpty())
        .map(cents -> new Money(Long.parseLong(cents)))
        .toList();
  }
}
