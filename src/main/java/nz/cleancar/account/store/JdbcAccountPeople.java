package nz.cleancar.account.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nz.cleancar.account.AccountPeople;
import nz.cleancar.account.Permission;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;

/** The people of accounts in a database. */
@Singleton
final class JdbcAccountPeople implements AccountPeople {

  private static final String PERMISSIONS =
      "select permission from account_person where account = ? and person = ?";
  private static final String OF =
      "select person, permission from account_person where account = ?";
  private static final String DELETE =
      "delete from account_person where account = ? and person = ?";
  private static final String INSERT =
      "insert into account_person (account, person, permission) values (?, ?, ?)";

  private final TransactionOperations<Connection> transactions;

  JdbcAccountPeople(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public Set<Permission> permissions(AccountNumber account, PersonName person) {
    return transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(PERMISSIONS)) {
            select.setString(1, account.value());
            select.setString(2, person.text());
            var permissions = EnumSet.noneOf(Permission.class);
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                permissions.add(Permission.valueOf(rows.getString(1)));
              }
            }
            return permissions;
          }
        });
  }

  @Override
  public List<AccountPerson> of(AccountNumber account) {
    var found = new TreeMap<String, Set<Permission>>();
    transactions.executeRead(
        transaction -> {
          try (var select = transaction.getConnection().prepareStatement(OF)) {
            select.setString(1, account.value());
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                found
                    .computeIfAbsent(rows.getString(1), _ -> EnumSet.noneOf(Permission.class))
                    .add(Permission.valueOf(rows.getString(2)));
              }
            }
            return found;
          }
        });
    var people = new ArrayList<AccountPerson>(found.size());
    found.forEach(
        (name, permissions) ->
            people.add(new AccountPerson(account, new PersonName(name), permissions)));
    return people;
  }

  @Override
  public void put(AccountPerson person) {
    transactions.executeWrite(
        transaction -> {
          var connection = transaction.getConnection();
          delete(connection, person);
          return insert(connection, person);
        });
  }

  private static void delete(Connection connection, AccountPerson person) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setString(1, person.account().value());
      delete.setString(2, person.person().text());
      delete.executeUpdate();
    }
  }

  private static int insert(Connection connection, AccountPerson person) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Permission permission : person.permissions()) {
        insert.setString(1, person.account().value());
        insert.setString(2, person.person().text());
        insert.setString(3, permission.name());
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }
}
