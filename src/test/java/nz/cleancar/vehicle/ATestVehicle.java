package nz.cleancar.vehicle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.FeedMessage.AccountAssigned;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.FeedMessage.VinAssigned;

/**
 * Says what feeds say of a vehicle in tests: a used car of 1500 kg, unless said otherwise.
 *
 * @param name six capital letters and digits that no other vehicle of the test has
 * @param condition new or used
 */
public record ATestVehicle(String name, VehicleCondition condition) {

  /** The day that its inspection or certification is complete. */
  public static final LocalDate COMPLETED = LocalDate.of(2026, 3, 2);

  /** When the first message was sent. */
  private static final Instant BEGAN = Instant.parse("2026-01-05T00:00:00Z");

  public static ATestVehicle used(String name) {
    return new ATestVehicle(name, VehicleCondition.USED);
  }

  public static ATestVehicle fresh(String name) {
    return new ATestVehicle(name, VehicleCondition.NEW);
  }

  public Vin vin() {
    return new Vin("7AT0H0MX00A000000".substring(0, 17 - name.length()) + name);
  }

  public ChassisNumber chassis() {
    return new ChassisNumber("ZVW30-" + name);
  }

  /** A message of this vehicle's, so many minutes after the first. */
  public Origin from(String source, String id, int minutes) {
    return new Origin(source, name + "-" + id, BEGAN.plusSeconds(60L * minutes));
  }

  public Registered registered(int revision, String grams) {
    return registered(Identity.of(vin()), revision, grams);
  }

  public Registered registered(Identity identity, int revision, String grams) {
    return new Registered(
        from("MVR", "r" + revision, revision), identity, revision, specification(grams));
  }

  public Specification specification(String grams) {
    return new Specification(
        new VehicleClass("MA"),
        condition,
        1500,
        2000,
        new Co2(new Grams(new BigDecimal(grams)), TestCycle.WLTP_3P),
        condition == VehicleCondition.USED ? LocalDate.of(2019, 6, 1) : null,
        List.of());
  }

  public Completed completed(String account, int revision) {
    return completed(account, revision, COMPLETED);
  }

  public Completed completed(String account, int revision, LocalDate day) {
    return condition == VehicleCondition.USED
        ? completed(Completion.Kind.ENTRY_CERTIFICATION_COMPLETE, account, revision, day)
        : completed(Completion.Kind.PRE_DELIVERY_INSPECTION_COMPLETE, account, revision, day);
  }

  public Completed completed(Completion.Kind kind, String account, int revision, LocalDate day) {
    return new Completed(
        from("VINNZ", "c-" + kind, 50),
        new Completion(kind, vin(), new AccountNumber(account), revision, day));
  }

  public AccountAssigned assigned(Mark mark, String account, int minutes) {
    return new AccountAssigned(
        from("FUELSAVER", "a" + minutes, minutes), mark, new AccountNumber(account));
  }

  public VinAssigned ofModel(String model, int minutes) {
    return new VinAssigned(from("MIAMI", "v" + minutes, minutes), vin(), new ModelCode(model));
  }

  public ModelAssigned model(String model, String account, int minutes) {
    return new ModelAssigned(
        from("MIAMI", "m" + minutes, minutes), new ModelCode(model), new AccountNumber(account));
  }
}
