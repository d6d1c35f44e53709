package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.ConnectionOperations;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.ledger.Entry;
import nz.cleancar.ledger.LedgerCheck;
import nz.cleancar.ledger.LedgerStore;
import nz.cleancar.ledger.payment.PaymentBook;
import nz.cleancar.ledger.payment.PaymentId;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleId;
import nz.cleancar.vehicle.VehicleRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service killed in the middle of spending ({@code kill -9}). */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class KilledLedgerIT {

  private static final int KILLED_AFTER = 400;
  private static final Pattern PRINTED = Pattern.compile("([A-Z]+) ([A-Z0-9-]+)");

  @TempDir Path folder;

  @Test
  void what_was_acknowledged_is_there_and_the_books_balance() throws Exception {
    // Given
    var acknowledged = new ArrayList<Acknowledged>();
    for (String run : List.of("A", "B")) {
      acknowledged.addAll(spendUntilKilled(run));
    }

    // When
    try (var service = TestDatabase.h2(folder).service(SpendingUntilKilled.PROPERTIES)) {
      var payments = service.getBean(Payments.class);
      payments.reconcile();
      // again, for the sandbox loses the first question about some
      payments.reconcile();

      // Then
      assertThat(acknowledged.stream().map(Acknowledged::what))
          .contains("ACCEPTED", "CHARGED", "STARTED", "RECEIVED", "TRANSFERRED");
      assertThat(acknowledged).allMatch(each -> isThere(service, each));
      assertThat(service.getBean(PaymentBook.class).open("", 10)).isEmpty();
      assertThat(service.getBean(LedgerCheck.class).run().faults()).isEmpty();
      isSame(
          service,
          "select id from vehicle where step = 'ACCEPTED' order by id",
          "select reference from ledger_entry where kind = 'CREDITS_EARNED' order by reference");
      isSame(
          service,
          "select id, cents from sandbox_payment where reference <> 'sandbox-decline' order by id",
          "select e.reference, p.amount from ledger_entry e join ledger_posting p on p.entry = e.id"
              + " where e.kind = 'PAYMENT_RECEIVED' and p.book = 'MONEY' order by e.reference");
      isSame(
          service,
          "select id, moved_tenths from transfer where state = 'AGREED' order by id",
          "select e.reference, -sum(p.amount) from ledger_entry e join ledger_posting p"
              + " on p.entry = e.id where e.kind = 'CREDITS_TRANSFERRED' and p.book = 'CREDITS'"
              + " and p.amount < 0 group by e.reference order by e.reference");
    }
  }

  /** Both ways: nothing is in the one that is not in the other. */
  private static void isSame(ApplicationContext service, String records, String ledger) {
    assertThat(select(service, records)).isNotEmpty().isEqualTo(select(service, ledger));
  }

  @SuppressWarnings("unchecked")
  private static List<String> select(ApplicationContext service, String sql) {
    return ((ConnectionOperations<Connection>) service.getBean(ConnectionOperations.class))
        .executeRead(
            status -> {
              var found = new ArrayList<String>();
              try (var select = status.getConnection().createStatement();
                  var rows = select.executeQuery(sql)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                  found.add(rows.getString(1) + (columns > 1 ? " " + rows.getString(2) : ""));
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
              return found;
            });
  }

  /** What the process printed once it was done: a word, and the id of the thing. */
  private record Acknowledged(String what, String id) {}

  private static boolean isThere(ApplicationContext service, Acknowledged acknowledged) {
    var ledger = service.getBean(LedgerStore.class);
    String id = acknowledged.id();
    return switch (acknowledged.what()) {
      case "ACCEPTED" ->
          ledger.isRecorded(Entry.Kind.CREDITS_EARNED, id)
              && service
                  .getBean(VehicleRecords.class)
                  .find(new VehicleId(id))
                  .filter(record -> record.step() == Step.ACCEPTED)
                  .isPresent();
      case "CHARGED" -> ledger.isRecorded(Entry.Kind.CHARGE_LEVIED, id);
      case "STARTED" -> service.getBean(PaymentBook.class).find(new PaymentId(id)).isPresent();
      case "RECEIVED" -> ledger.isRecorded(Entry.Kind.PAYMENT_RECEIVED, id);
      case "TRANSFERRED" -> ledger.isRecorded(Entry.Kind.CREDITS_TRANSFERRED, id);
      default -> throw new IllegalArgumentException(acknowledged.what());
    };
  }

  private List<Acknowledged> spendUntilKilled(String run) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SpendingUntilKilled.class.getName(),
                folder.toString(),
                run)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      var acknowledged = new ArrayList<Acknowledged>();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        var printed = PRINTED.matcher(line);
        if (printed.matches()) {
          acknowledged.add(new Acknowledged(printed.group(1), printed.group(2)));
        }
        if (acknowledged.size() == KILLED_AFTER) {
          // By its handle, which leaves what was printed to be read.
          process.toHandle().destroyForcibly();
        }
      }
      return acknowledged;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
