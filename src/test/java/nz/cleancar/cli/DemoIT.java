package nz.cleancar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nz.cleancar.demo.store.DemoDatabase;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up year, through the real services. */
class DemoIT {

  private static final int ACCOUNTS = 60;
  private static final int VEHICLES = 1_000;

  /** In this year of so small an industry there is something of everything. */
  private static final int SEED = 3;

  @TempDir private Path folder;

  @Test
  void the_same_seed_makes_the_same_year_to_the_byte_and_its_books_balance() throws SQLException {
    // When
    var printed = demo("once");
    var again = demo("again");

    // Then
    assertThat(printed.exitCode()).as(printed.text()).isZero();
    assertThat(again.exitCode()).as(again.text()).isZero();
    assertThat(printed.text())
        .contains("CCS go-live update (as at 2 June 2023)")
        .contains("Two ways of working these figures out from the ledger agree.")
        .contains("60 accounts", "1,000 vehicles", "balances", "./ccs serve --data")
        .isEqualTo(again.text().replace(path("again"), path("once")));
    assertThat(contents("once")).isEqualTo(contents("again"));
    assertThat(count("select count(*) from vehicle where merged_into is null")).isEqualTo(VEHICLES);
    assertThat(count("select count(*) from vehicle where step = 'ACCEPTED'")).isPositive();
    assertThat(count("select count(*) from dispute where resolution is not null")).isPositive();
    assertThat(count("select count(*) from contact where noted_on = '2023-06-01'")).isPositive();
    assertThat(count("select count(*) from transfer")).isPositive();

    // When
    var report = report("once");

    // Then: it says the same of the database, and there is something of everything in it
    assertThat(report.exitCode()).as(report.text()).isZero();
    assertThat(printed.text()).startsWith(report.text());
    tellsOfSome(report.text(), " ([\\d,]+) charge vehicles were imported");
    tellsOfSome(report.text(), "o ([\\d,]+) of them were new");
    tellsOfSome(report.text(), "new, and ([\\d,]+) were used");
    tellsOfSome(report.text(), "o ([\\d,]+) of the [\\d,]+ accounts were in a net charge position");
    tellsOfSome(report.text(), "The remainder \\(([\\d,]+)\\) in a net credit position");
    tellsOfSome(report.text(), "([\\d,]+) CO2 accounts? ha\\w+ fully cleared");
    tellsOfSome(report.text(), "\\$([\\d.,]+)\\w* was cleared by credits");
    tellsOfSome(report.text(), "and \\$([\\d.,]+)\\w* via online payment");
    tellsOfSome(report.text(), "been ([\\d,]+) CO2 credit transfers?");
    tellsOfSome(report.text(), "accounts verified and able to trade CO2 credits: ([\\d,]+)");
    tellsOfSome(report.text(), "([\\d,]+) percent of the accounts in touch");

    // When
    var twice = demo("once");

    // Then
    assertThat(twice.exitCode()).isEqualTo(Ccs.FAULTY);
    assertThat(twice.text()).contains("There are accounts already", "--data");
  }

  @Test
  void too_small_an_industry_is_refused_before_anything_is_written() {
    // When
    var printed = Terminal.ccs("demo", "--accounts", 3, "--data", folder.resolve("none"));

    // Then
    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.text()).contains("20 accounts or more");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private Terminal.Printed demo(String name) {
    return Terminal.ccs(
        "demo",
        "--accounts",
        ACCOUNTS,
        "--vehicles",
        VEHICLES,
        "--seed",
        SEED,
        "--policy",
        ShippedPolicy.FOLDER,
        "--data",
        path(name));
  }

  private Terminal.Printed report(String name) {
    return Terminal.ccs(
        "report",
        "go-live",
        "--from",
        "2023-01-01",
        "--to",
        "2023-06-02",
        "--due",
        "2023-06-01",
        "--policy",
        ShippedPolicy.FOLDER,
        "--data",
        path(name));
  }

  private static void tellsOfSome(String report, String figure) {
    var told = Pattern.compile(figure).matcher(report);
    assertThat(told.find()).as(figure + " in " + report).isTrue();
    assertThat(new BigDecimal(told.group(1).replace(",", ""))).as(figure).isPositive();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Connection open(String name) throws SQLException {
    return DriverManager.getConnection(new DemoDatabase(folder.resolve(name)).url(), "sa", "");
  }

  private long count(String sql) throws SQLException {
    try (var connection = open("once");
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** A digest of each table but those that say when the database's clock saw them made. */
  private Map<String, String> contents(String name) throws SQLException {
    var contents = new TreeMap<String, String>();
    try (var connection = open(name)) {
      for (String table : tables(connection)) {
        contents.put(table, digest(connection, table));
      }
    }
    return contents;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var row =
        connection
            .createStatement()
            .executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_name not in ('flyway_schema_history', 'policy_version')")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    assertThat(tables).contains("decision_log", "ledger_posting", "vehicle_event");
    return tables;
  }

  private static String digest(Connection connection, String table) throws SQLException {
    MessageDigest digest = sha256();
    int rows = 0;
    try (var row = connection.createStatement().executeQuery("select * from " + table)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        rows++;
        for (int i = 1; i <= columns; i++) {
          digest.update((row.getString(i) + "|").getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return rows + " rows " + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
