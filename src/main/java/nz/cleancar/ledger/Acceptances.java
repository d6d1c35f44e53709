package nz.cleancar.ledger;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * What accepting vehicles does in the ledger: pay as you go earns credits or levies a charge, which
 * is settled there and then where it is payable; fleet average adds to the year's fleet.
 */
@Singleton
public final class Acceptances {

  private final AllOrNothing work;
  private final Sheets sheets;
  private final LedgerStore store;
  private final LedgerRules rules;

  Acceptances(AllOrNothing work, Sheets sheets, LedgerStore store, LedgerRules rules) {
    this.work = work;
    this.sheets = sheets;
    this.store = store;
    this.rules = rules;
  }

  /** As {@link #accept(List, Settlement)}, of one vehicle. */
  public Attempt<Settled> accept(AcceptedVehicle vehicle, Settlement how) {
    return accept(List.of(vehicle), how);
  }

  /**
   * Records that an account accepts vehicles, in their order: credits of an earlier one may settle
   * the charge of a later one. The account is locked by whoever asks, in the same work.
   *
   * @param vehicles one or more, of one account
   * @return refused with {@code already-accepted} where one of them is in the ledger, and with
   *     {@code payment-needed} where its money does not reach; then nothing was written
   */
  public Attempt<Settled> accept(List<AcceptedVehicle> vehicles, Settlement how) {
    return work.run(
        () -> {
          Optional<Refusal> before =
              vehicles.stream().flatMap(each -> recorded(each).stream()).findFirst();
          if (before.isPresent()) {
            return Attempt.<Settled>refused(before.get());
          }
          Sheet sheet = sheets.of(vehicles.getFirst().account());
          Settled settled = put(sheet, vehicles, how);
          if (sheet.money().compareTo(Money.ZERO) < 0) {
            return Attempt.<Settled>refused(Charges.paymentNeeded(sheet.money()));
          }
          store.write(sheet.writing());
          return Attempt.done(settled);
        });
  }

  /** What accepting the vehicles would move, and the money that it would need. */
  public Quote quote(List<AcceptedVehicle> vehicles, Settlement how) {
    return work.run(
        () -> {
          Sheet sheet = sheets.of(vehicles.getFirst().account());
          Money before = sheet.money();
          return new Quote(put(sheet, vehicles, how), before);
        });
  }

  private Optional<Refusal> recorded(AcceptedVehicle vehicle) {
    Entry.Kind kind =
        switch (vehicle.scheme()) {
          case FLEET_AVERAGE -> Entry.Kind.FLEET_ACCRUED;
          case PAYG -> isAbove(vehicle) ? Entry.Kind.CHARGE_LEVIED : Entry.Kind.CREDITS_EARNED;
        };
    return store.isRecorded(kind, vehicle.vehicleId())
        ? Optional.of(
            Refusal.refused(
                "already-accepted",
                "Vehicle " + vehicle.vehicleId() + " is in the ledger; it is accepted once."))
        : Optional.empty();
  }

  private static boolean isAbove(AcceptedVehicle vehicle) {
    return vehicle.assessment().difference().compareTo(Grams.ZERO) < 0;
  }

  private Settled put(Sheet sheet, List<AcceptedVehicle> vehicles, Settlement how) {
    var charges = new ArrayList<ChargeId>();
    for (AcceptedVehicle vehicle : vehicles) {
      if (!vehicle.account().equals(vehicles.getFirst().account())) {
        throw new IllegalArgumentException("Vehicles are accepted for one account at a time.");
      }
      switch (vehicle.scheme()) {
        case FLEET_AVERAGE -> sheet.accrue(inFleet(vehicle, sheet.day()));
        case PAYG -> payAsYouGo(sheet, vehicle, how).ifPresent(charges::add);
      }
    }
    return sheet.settled(charges);
  }

  private FleetVehicle inFleet(AcceptedVehicle vehicle, LocalDate day) {
    var assessment = vehicle.assessment();
    return new FleetVehicle(
        vehicle.account(),
        rules.fleetYear(
            day,
            vehicle.legalDate().day(),
            year -> year < day.getYear() && store.isFleetSettled(vehicle.account(), year)),
        vehicle.vehicleId(),
        assessment.vehicleType(),
        assessment.target().rounded(),
        assessment.co2(),
        Grams.ofTenths(rules.counted(LedgerRules.Use.EARN, assessment.difference())));
  }

  /** The charge that it levies, if it levies one. */
  private Optional<ChargeId> payAsYouGo(Sheet sheet, AcceptedVehicle vehicle, Settlement how) {
    if (!isAbove(vehicle)) {
      long tenths = rules.counted(LedgerRules.Use.EARN, vehicle.assessment().credits());
      if (tenths != 0) {
        sheet.earn(vehicle.vehicleId(), tenths);
      }
      return Optional.empty();
    }
    var owes = vehicle.assessment().charge();
    if (owes.amount().equals(Money.ZERO)) {
      return Optional.empty();
    }
    var payment = rules.payment(vehicle.scheme(), sheet.day());
    Charge charge = charge(vehicle, sheet.day(), payment.payableOn());
    sheet.levy(charge);
    if (payment.atAcceptance()) {
      sheet.offset(charge.id(), how);
      sheet.pay(charge.id());
    }
    return Optional.of(charge.id());
  }

  private Charge charge(AcceptedVehicle vehicle, LocalDate today, LocalDate payableOn) {
    var assessment = vehicle.assessment();
    BigDecimal rate =
        assessment
            .charge()
            .rate()
            .orElseThrow(() -> new IllegalArgumentException("A charge has a rate."));
    long above =
        rules.counted(
            LedgerRules.Use.OFFSET, new Grams(assessment.difference().perKilometre().negate()));
    return new Charge(
        ChargeId.ofVehicle(vehicle.vehicleId()),
        vehicle.account(),
        new Charge.Basis(vehicle.scheme(), vehicle.condition(), vehicle.legalDate().day(), rate),
        Grams.ofTenths(above),
        assessment.charge().amount(),
        today,
        payableOn,
        payableOn);
  }
}
