package nz.cleancar.statement.pdf;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nz.cleancar.statement.PrintOut;
import nz.cleancar.vehicle.Specification;

/** The print-out of a vehicle as PDF, on one page. */
final class PdfPrintOut {

  private static final float LARGE = 26;

  private PdfPrintOut() {}

  static void write(Typeface typeface, PrintOut printOut, OutputStream out) {
    var mark = printOut.vehicle().identity().mark();
    Sheet sheet = Sheet.begin(typeface, "CO2 account for a vehicle", mark.toString(), out);
    sheet.add(typeface.plain("For the entry certifier, with the vehicle's documents.", 11), LARGE);
    sheet.add(typeface.faint("CO2 account number", 11), 0);
    sheet.add(typeface.bold(printOut.account().value(), LARGE), LARGE);
    sheet.add(rows(printOut).toArray(String[][]::new));
    sheet.end();
  }

  private static List<String[]> rows(PrintOut printOut) {
    var rows = new ArrayList<String[]>();
    rows.add(row("Account holder", printOut.holder()));
    var identity = printOut.vehicle().identity();
    identity.vin().ifPresent(vin -> rows.add(row("VIN", vin.value())));
    identity.chassis().ifPresent(chassis -> rows.add(row("Chassis number", chassis.value())));
    printOut.specification().ifPresent(known -> rows.addAll(known(known)));
    rows.add(row("Vehicle record", printOut.vehicle().id().value()));
    rows.add(row("Printed", Sheet.day(printOut.printedOn())));
    return rows;
  }

  private static List<String[]> known(Specification known) {
    var rows = new ArrayList<String[]>();
    rows.add(
        row(
            "Class and condition",
            known.vehicleClass() + ", " + known.condition().name().toLowerCase(Locale.ROOT)));
    rows.add(row("Tare weight", "%,d kg".formatted(known.tareWeightKilograms())));
    rows.add(row("Gross vehicle mass", "%,d kg".formatted(known.grossVehicleMassKilograms())));
    known
        .co2()
        .ifPresent(co2 -> rows.add(row("CO2 value", co2.emission() + " g/km, " + co2.testCycle())));
    return rows;
  }

  private static String[] row(String name, String value) {
    return new String[] {name, value};
  }
}
