package nz.cleancar.publishing.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.PolicyZip;
import nz.cleancar.publishing.PolicyArchive;

/** The archive of policies in a database. */
@Singleton
final class JdbcPolicyArchive implements PolicyArchive {

  private static final int PART_BYTES = 1_000_000;

  private final TransactionOperations<Connection> transactions;

  JdbcPolicyArchive(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public void keep(PolicySources sources) {
    var version = sources.version();
    transactions.executeWrite(
        transaction -> {
          var connection = transaction.getConnection();
          if (insertVersion(connection, version)) {
            insertParts(connection, version, PolicyZip.zip(sources));
          }
          return version;
        });
  }

  @Override
  public Optional<PolicySources> find(PolicyVersion version) {
    byte[] zip =
        transactions.executeRead(transaction -> parts(transaction.getConnection(), version));
    if (zip.length == 0) {
      return Optional.empty();
    }
    var sources =
        switch (PolicyZip.unzip(zip, PolicyFolder.DEFAULT_LIMITS)) {
          case PolicyZip.Unzipped.Files(var files) -> new PolicySources(files);
          case PolicyZip.Unzipped.Refused(String says) -> throw new IllegalStateException(says);
        };
    if (!sources.version().equals(version)) {
      throw new IllegalStateException(
          "The archived sources of " + version + " are not what they were when it was live.");
    }
    return Optional.of(sources);
  }

  /** Whether the version is new. */
  private static boolean insertVersion(Connection connection, PolicyVersion version)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into policy_version (version) values (?) on conflict do nothing")) {
      insert.setString(1, version.name());
      return insert.executeUpdate() == 1;
    }
  }

  private static void insertParts(Connection connection, PolicyVersion version, byte[] zip)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into policy_version_part (version, part, content) values (?, ?, ?)")) {
      for (int start = 0; start < zip.length; start += PART_BYTES) {
        insert.setString(1, version.name());
        insert.setInt(2, start / PART_BYTES);
        insert.setBytes(
            3, Arrays.copyOfRange(zip, start, Math.min(zip.length, start + PART_BYTES)));
        insert.executeUpdate();
      }
    }
  }

  private static byte[] parts(Connection connection, PolicyVersion version) throws SQLException {
    var zip = new ByteArrayOutputStream();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select content from policy_version_part where version = ? order by part")) {
      select.setString(1, version.name());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          zip.writeBytes(rows.getBytes(1));
        }
      }
    }
    return zip.toByteArray();
  }
}
