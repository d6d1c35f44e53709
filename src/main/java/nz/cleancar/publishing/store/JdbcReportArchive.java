package nz.cleancar.publishing.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.ReportArchive;
import nz.cleancar.publishing.ReportsDigest;

/** The reports of every check, in a database. */
@Singleton
final class JdbcReportArchive implements ReportArchive {

  private static final int PART_CHARACTERS = 1_000_000;

  private final TransactionOperations<Connection> transactions;

  JdbcReportArchive(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public void keep(PolicyVersion version, PolicyVersion comparedWith, String reports) {
    var digest = ReportsDigest.of(reports);
    var _ =
        transactions.executeWrite(
            transaction -> {
              try (PreparedStatement insert =
                  transaction
                      .getConnection()
                      .prepareStatement(
                          "insert into policy_report"
                              + " (version, digest, part, compared_with, content)"
                              + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
                insert.setString(1, version.name());
                insert.setString(2, digest.name());
                insert.setString(4, comparedWith.name());
                insertParts(insert, reports);
                return digest;
              }
            });
  }

  private static void insertParts(PreparedStatement insert, String reports) throws SQLException {
    int start = 0;
    int part = 0;
    do {
      int end = end(reports, start);
      insert.setInt(3, part);
      insert.setString(5, reports.substring(start, end));
      insert.executeUpdate();
      start = end;
      part++;
    } while (start < reports.length());
  }

  /** Never between the two halves of one character. */
  private static int end(String reports, int start) {
    int end = Math.min(reports.length(), start + PART_CHARACTERS);
    return end < reports.length() && Character.isLowSurrogate(reports.charAt(end)) ? end - 1 : end;
  }

  @Override
  public Optional<String> find(PolicyVersion version, ReportsDigest digest) {
    return transactions.executeRead(
        transaction -> {
          try (PreparedStatement select =
              transaction
                  .getConnection()
                  .prepareStatement(
                      "select content from policy_report"
                          + " where version = ? and digest = ? order by part")) {
            select.setString(1, version.name());
            select.setString(2, digest.name());
            return text(select);
          }
        });
  }

  private static Optional<String> text(PreparedStatement select) throws SQLException {
    var text = new StringBuilder();
    try (var rows = select.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      do {
        text.append(rows.getString(1));
      } while (rows.next());
    }
    return Optional.of(text.toString());
  }
}
