package nz.cleancar.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import nz.cleancar.vehicle.ChassisNumber;
import nz.cleancar.vehicle.Identity;
import nz.cleancar.vehicle.Specification;

/**
 * A vehicle that is imported.
 *
 * @param index its place among the year's vehicles, from 0
 * @param importer who brings it
 * @param model what it is
 * @param specification what the register says of it
 */
record DemoVehicle(int index, Importer importer, Model model, Specification specification) {

  /** The letters and digits of a VIN, without I, O and Q. */
  private static final String VIN_SIGNS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

  private static final int SERIAL_SIGNS = 8;
  private static final double TARE_SPREAD = .05;
  private static final double CO2_SPREAD = .08;
  private static final int LEAST_TARE = 650;
  private static final int LITTLE_CO2 = 130;
  private static final double PICKED = .5;
  private static final int HEAVIEST_LIGHT = 3_500;
  private static final int NEWEST_USED = 2;
  private static final int OLDEST_USED = 17;

  /** The vehicle of this place, whoever else is imported. */
  static DemoVehicle of(Chance chance, int index, Importer importer, LocalDate day) {
    VehicleCondition condition = importer.sort().condition();
    Model model = model(chance, importer);
    int tare = Math.max(LEAST_TARE, (int) chance.about(model.tare(), model.tare() * TARE_SPREAD));
    var specification =
        new Specification(
            new VehicleClass(model.vehicleClass()),
            condition,
            tare,
            Math.min(HEAVIEST_LIGHT, tare + model.load()),
            new Co2(co2(model, tare, chance), TestCycle.WLTP_3P),
            condition == VehicleCondition.NEW
                ? null
                : day.minusDays(chance.between(NEWEST_USED * 365, OLDEST_USED * 365)),
            List.of());
    return new DemoVehicle(index, importer, model, specification);
  }

  /** Some importers have an eye for what emits little, others pass much of it by. */
  private static Model model(Chance chance, Importer importer) {
    VehicleCondition condition = importer.sort().condition();
    Model first = Catalogue.one(condition, chance);
    boolean passes = first.co2() < LITTLE_CO2 && chance.happens(1 - PICKED * importer.thrift());
    return passes ? Catalogue.one(condition, chance) : first;
  }

  /** Heavier ones of a model emit more; whole grams, as most values are supplied. */
  private static Grams co2(Model model, int tare, Chance chance) {
    double mean = (double) model.co2() * tare / model.tare();
    double grams = Math.max(0, chance.about(mean, mean * CO2_SPREAD));
    return new Grams(BigDecimal.valueOf(grams).setScale(0, RoundingMode.HALF_UP));
  }

  /** The same with another CO2 value, as a correction has it. */
  Specification corrected(int more) {
    Co2 was = specification.co2().orElseThrow();
    var grams = was.emission().perKilometre().add(BigDecimal.valueOf(more)).max(BigDecimal.ZERO);
    return new Specification(
        specification.vehicleClass(),
        specification.condition(),
        specification.tareWeightKilograms(),
        specification.grossVehicleMassKilograms(),
        new Co2(new Grams(grams), was.testCycle()),
        specification.firstRegisteredOn(),
        specification.attributes());
  }

  boolean isNew() {
    return specification.condition() == VehicleCondition.NEW;
  }

  /** Its VIN: that of its maker, or one that was given here. */
  Vin vin() {
    String maker = isNew() ? "JDM%03d".formatted(importer.index() % 1_000) : "7AT0DM";
    return new Vin(maker + "23D" + serial());
  }

  /** The number on its frame, which a used vehicle has before its VIN. */
  ChassisNumber chassis() {
    return new ChassisNumber(
        "%s-%07d".formatted(model.code().replace("-", "").toUpperCase(Locale.ROOT), index + 1));
  }

  Identity identity() {
    return isNew() ? Identity.of(vin()) : new Identity(vin(), chassis());
  }

  private String serial() {
    var signs = new char[SERIAL_SIGNS];
    int left = index;
    for (int i = SERIAL_SIGNS - 1; i >= 0; i--) {
      signs[i] = VIN_SIGNS.charAt(left % VIN_SIGNS.length());
      left /= VIN_SIGNS.length();
    }
    return new String(signs);
  }
}
