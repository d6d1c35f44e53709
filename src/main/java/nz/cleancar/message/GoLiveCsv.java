package nz.cleancar.message;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nz.cleancar.agency.GoLiveReport;
import org.jspecify.annotations.Nullable;

/** A go-live report as CSV: a line for each figure, named as on the wire. */
public final class GoLiveCsv {

  private GoLiveCsv() {}

  /** The file, in UTF-8. */
  public static byte[] of(GoLiveReport report) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("figure", "value");
      write(csv, GoLiveMessage.from(report));
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory can always be written.", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(CsvWriter csv, GoLiveMessage report) {
    line(csv, "period.from", report.period().from());
    line(csv, "period.to", report.period().to());
    line(csv, "period.dueDay", report.period().dueDay());
    imports(csv, report.imports());
    positions(csv, report.positions());
    cleared(csv, report.cleared());
    transfers(csv, report.transfers());
    line(csv, "verification.verified", report.verification().verified());
    line(csv, "verification.remaining", report.verification().remaining());
    contacts(csv, report.contacts());
    line(csv, "agree", report.agree());
    report
        .differences()
        .forEach(
            each ->
                line(
                    csv,
                    "differences." + each.figure(),
                    each.bySums() + " by sums, " + each.byEntries() + " by entries"));
  }

  private static void imports(CsvWriter csv, GoLiveMessage.Imports imports) {
    line(csv, "imports.chargeVehicles", imports.chargeVehicles());
    line(csv, "imports.newChargeVehicles", imports.newChargeVehicles());
    line(csv, "imports.usedChargeVehicles", imports.usedChargeVehicles());
    line(csv, "imports.accounts", imports.accounts());
    line(csv, "imports.fleetVehiclesAboveTarget", imports.fleetVehiclesAboveTarget());
    line(csv, "imports.fleetAccounts", imports.fleetAccounts());
  }

  private static void positions(CsvWriter csv, GoLiveMessage.Positions positions) {
    line(csv, "positions.netChargeAccounts", positions.netChargeAccounts());
    line(csv, "positions.netCreditAccounts", positions.netCreditAccounts());
    line(csv, "positions.owingAccounts", positions.owingAccounts());
    line(csv, "positions.chargesDue", positions.chargesDue());
    line(csv, "positions.chargesDueOfNetChargeAccounts", positions.chargesDueOfNetChargeAccounts());
    line(csv, "positions.gramsAboveTarget", positions.gramsAboveTarget());
    line(csv, "positions.creditsHeld", positions.creditsHeld());
  }

  private static void cleared(CsvWriter csv, GoLiveMessage.Cleared cleared) {
    line(csv, "cleared.accounts", cleared.accounts());
    line(csv, "cleared.charges", cleared.charges());
    line(csv, "cleared.mostlyByCreditsAccounts", cleared.mostlyByCreditsAccounts());
    line(csv, "cleared.byCredits", cleared.byCredits());
    line(csv, "cleared.byPayment", cleared.byPayment());
  }

  private static void transfers(CsvWriter csv, GoLiveMessage.Transfers transfers) {
    line(csv, "transfers.number", transfers.number());
    line(csv, "transfers.credits", transfers.credits());
    line(csv, "transfers.couldOffset", transfers.couldOffset());
    for (var each : transfers.byConditions()) {
      String name = "transfers." + each.from() + "-" + each.to() + ".";
      line(csv, name + "number", each.number());
      line(csv, name + "creditsGiven", each.creditsGiven());
      line(csv, name + "creditsReceived", each.creditsReceived());
      line(csv, name + "couldOffset", each.couldOffset());
    }
  }

  private static void contacts(CsvWriter csv, GoLiveMessage.Contacts contacts) {
    line(csv, "contacts.calls", contacts.calls());
    line(csv, "contacts.emails", contacts.emails());
    line(csv, "contacts.usualPerDay", contacts.usualPerDay());
    line(csv, "contacts.increasePercent", contacts.increasePercent());
    line(csv, "contacts.secondsToAnswerCalls", contacts.secondsToAnswerCalls());
    line(csv, "contacts.secondsToAnswer", contacts.secondsToAnswer());
    line(csv, "contacts.singleVehiclePercent", contacts.singleVehiclePercent());
    contacts.about().forEach((what, number) -> line(csv, "contacts.about." + what, number));
  }

  private static void line(CsvWriter csv, String figure, @Nullable Object value) {
    csv.writeRecord(figure, value == null ? "" : value.toString());
  }
}
