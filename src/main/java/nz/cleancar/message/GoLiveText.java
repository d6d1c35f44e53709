package nz.cleancar.message;

import static nz.cleancar.message.EnglishFigures.amount;
import static nz.cleancar.message.EnglishFigures.count;
import static nz.cleancar.message.EnglishFigures.day;
import static nz.cleancar.message.EnglishFigures.dollars;
import static nz.cleancar.message.EnglishFigures.ofThem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nz.cleancar.agency.Contact;
import nz.cleancar.agency.DayOfContacts;
import nz.cleancar.agency.GoLiveReport;
import nz.cleancar.agency.GoLiveReport.Between;

/** A go-live report as a page of text, laid out as the update of 2 June 2023 reads. */
public final class GoLiveText {

  private static final String MAIN = "• ";
  private static final String SUB = "  o ";

  private GoLiveText() {}

  /** The page, whose lines end with line feeds. */
  public static String of(GoLiveReport report) {
    var lines = new ArrayList<String>();
    lines.add("CCS go-live update (as at " + day(report.asked().to()) + ")");
    lines.add("");
    imports(lines, report);
    positions(lines, report);
    clearing(lines, report);
    transfers(lines, report.transfers());
    lines.add("");
    verification(lines, report);
    lines.add("");
    contacts(lines, report.contacts());
    lines.add("");
    twoWays(lines, report);
    return String.join("\n", lines) + "\n";
  }

  private static void imports(List<String> lines, GoLiveReport report) {
    var imports = report.imports();
    lines.add(
        MAIN
            + "From %s to %s, %s imported in %s."
                .formatted(
                    day(report.asked().from()),
                    day(report.asked().to()),
                    ofThem(imports.chargeVehicles(), "charge vehicle was", "charge vehicles were"),
                    ofThem(imports.accounts(), "CO2 account", "CO2 accounts")));
    lines.add(
        SUB
            + "%s new, and %s used."
                .formatted(
                    ofThem(imports.newVehicles(), "of them was", "of them were"),
                    ofThem(imports.usedVehicles(), "was", "were")));
  }

  private static void positions(List<String> lines, GoLiveReport report) {
    var imports = report.imports();
    var positions = report.positions();
    lines.add(
        SUB
            + "%s of the %s in a net charge position. The remainder (%s) in a net credit position."
                .formatted(
                    count(positions.netCharge()),
                    ofThem(imports.accounts(), "account was", "accounts were"),
                    count(positions.netCredit())));
    lines.add(
        SUB
            + "This totalled %s of charges that were due for payment on %s, owed by %s;"
                .formatted(
                    dollars(positions.due()),
                    day(report.asked().dueDay()),
                    ofThem(positions.owing(), "account", "accounts"))
            + " %s by those in a net charge position."
                .formatted(dollars(positions.dueOfNetCharge())));
    lines.add(
        SUB
            + "Besides, %s above target imported in %s."
                .formatted(
                    ofThem(imports.fleetVehicles(), "fleet vehicle was", "fleet vehicles were"),
                    ofThem(
                        imports.fleetAccounts(),
                        "fleet average account",
                        "fleet average accounts")));
  }

  private static void clearing(List<String> lines, GoLiveReport report) {
    var clearing = report.clearing();
    lines.add(
        MAIN
            + "On %s, %s fully cleared their charge position."
                .formatted(
                    day(report.asked().dueDay()),
                    ofThem(clearing.accounts(), "CO2 account has", "CO2 accounts have")));
    lines.add(SUB + "This represents %s of charges.".formatted(dollars(clearing.amount())));
    lines.add(
        SUB
            + "%s this mostly by offsetting CO2 credits."
                .formatted(ofThem(clearing.mostlyByCredits(), "has done", "have done")));
    lines.add(
        SUB
            + "%s was cleared by credits, and %s via online payment."
                .formatted(dollars(clearing.byCredits()), dollars(clearing.byPayment())));
  }

  private static void transfers(List<String> lines, GoLiveReport.Transfers transfers) {
    lines.add(
        MAIN
            + "There %s between importer accounts."
                .formatted(
                    transfers.number() == 1
                        ? "has been 1 CO2 credit transfer"
                        : "have been %s CO2 credit transfers"
                            .formatted(count(transfers.number()))));
    lines.add(
        SUB
            + "The total number of CO2 credits transferred is %s."
                .formatted(amount(transfers.credits().perKilometre())));
    transfers.between().forEach(between -> lines.add(SUB + between(between)));
    lines.add(
        SUB
            + "While the amount paid for each trade is unknown, the total charge position that this"
            + " could have offset is %s.".formatted(dollars(transfers.couldOffset())));
  }

  private static String between(Between between) {
    return "From %s to %s car accounts: %s of %s credits, of which %s arrived; they could have"
            .formatted(
                between.from().name().toLowerCase(Locale.ROOT),
                between.to().name().toLowerCase(Locale.ROOT),
                ofThem(between.number(), "transfer", "transfers"),
                amount(between.given().perKilometre()),
                amount(between.received().perKilometre()))
        + " offset %s.".formatted(dollars(between.couldOffset()));
  }

  private static void verification(List<String> lines, GoLiveReport report) {
    lines.add("AML verification");
    lines.add(
        MAIN
            + "Total accounts verified and able to trade CO2 credits: %s."
                .formatted(count(report.verification().verified())));
    lines.add(MAIN + "Remaining: %s.".formatted(count(report.verification().pending())));
  }

  private static void contacts(List<String> lines, DayOfContacts contacts) {
    lines.add("CCS contact centre statistics");
    lines.add(
        MAIN
            + "On %s, the CCS Team received %s and %s from importers%s."
                .formatted(
                    day(contacts.day()),
                    ofThem(contacts.calls(), "call", "calls"),
                    ofThem(contacts.emails(), "email", "emails"),
                    contacts
                        .increasePercent()
                        .map(percent -> ", " + change(percent, contacts.usual()))
                        .orElse("; nobody was in touch in the 28 days before")));
    if (!contacts.about().isEmpty()) {
      lines.add(MAIN + "They were about: " + about(contacts.about()) + ".");
    }
    contacts
        .singleVehiclePercent()
        .ifPresent(
            percent ->
                lines.add(
                    MAIN
                        + "%s percent of the accounts in touch had imported a single vehicle."
                            .formatted(percent)));
    contacts
        .secondsToAnswer()
        .ifPresent(
            seconds ->
                lines.add(
                    MAIN
                        + "The average response for all calls and emails took %s seconds%s."
                            .formatted(
                                amount(seconds),
                                contacts
                                    .secondsToAnswerCalls()
                                    .map(calls -> "; for calls alone " + amount(calls))
                                    .orElse(""))));
  }

  private static String change(BigDecimal percent, BigDecimal usual) {
    return "%s percent %s the usual daily volume of %s"
        .formatted(amount(percent.abs()), percent.signum() < 0 ? "below" : "above", amount(usual));
  }

  private static String about(Map<Contact.About, Long> about) {
    return about.entrySet().stream()
        .sorted(
            Map.Entry.<Contact.About, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(each -> each.getKey() + " " + count(each.getValue()))
        .reduce((one, other) -> one + ", " + other)
        .orElse("nothing");
  }

  private static void twoWays(List<String> lines, GoLiveReport report) {
    if (report.agree()) {
      lines.add("Two ways of working these figures out from the ledger agree.");
      return;
    }
    lines.add("Two ways of working these figures out from the ledger do not agree; check it.");
    report
        .differences()
        .forEach(
            each ->
                lines.add(
                    MAIN
                        + "%s: %s by sums, %s by entries."
                            .formatted(each.figure(), each.bySums(), each.byEntries())));
  }
}
