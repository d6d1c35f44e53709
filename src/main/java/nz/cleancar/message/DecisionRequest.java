package nz.cleancar.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /decisions} takes, and each line of a batch.
 *
 * @param vehicle the vehicle asked about
 * @param account the account that is to accept it
 * @param legalDate the New Zealand day whose law applies
 */
@Schema(name = "DecisionRequest")
public record DecisionRequest(VehicleFacts vehicle, NamedAccount account, LocalDate legalDate) {

  /** The question, with the account's facts as looked up. */
  public Question question(AccountFacts facts) {
    return new Question(vehicle.vehicle(), facts, new LegalDate(legalDate));
  }

  /**
   * An account by its number; its facts are looked up.
   *
   * @param number its number
   */
  @Schema(name = "NamedAccount")
  public record NamedAccount(@Schema(example = "CO2-100001") String number) {

    public AccountNumber accountNumber() {
      return new AccountNumber(number);
    }
  }

  /**
   * A vehicle as entry certification describes it.
   *
   * @param vin its identification number: 17 capital letters and digits, without I, O and Q
   * @param vehicleClass its class, one of the live policy's vocabulary
   * @param condition new or used
   * @param tareKg its tare weight in kg
   * @param grossVehicleMassKg its gross vehicle mass in kg
   * @param co2 its CO2 value, where one was supplied
   * @param firstRegistered the day it was first registered anywhere, where it was
   * @param attributes what else is known of it, as words of capital letters, digits and underscores
   */
  @Schema(name = "VehicleFacts")
  public record VehicleFacts(
      @Schema(example = "7AT0H65MX26000017", pattern = "[A-HJ-NPR-Z0-9]{17}") String vin,
      @Schema(example = "MA") String vehicleClass,
      VehicleCondition condition,
      @Schema(example = "1500", minimum = "1", maximum = "100000") int tareKg,
      @Schema(example = "1950", minimum = "1", maximum = "100000") int grossVehicleMassKg,
      @Nullable Co2Value co2,
      @Schema(example = "2019-06-01") @Nullable LocalDate firstRegistered,
      @Schema(example = "[]", requiredMode = Schema.RequiredMode.NOT_REQUIRED)
          List<String> attributes) {

    Vehicle vehicle() {
      return new Vehicle(
          new Vin(vin),
          new VehicleClass(vehicleClass),
          condition,
          tareKg,
          grossVehicleMassKg,
          co2 == null ? null : new Co2(new Grams(co2.gramsPerKm()), co2.testCycle()),
          firstRegistered,
          attributes);
    }
  }

  /**
   * A CO2 value.
   *
   * @param gramsPerKm grams per kilometre with at most 3 decimals, as a text or a number
   * @param testCycle the procedure that it was measured with
   */
  @Schema(name = "Co2Value")
  public record Co2Value(
      @Schema(example = "150", type = "string", minimum = "0", maximum = "9999")
          BigDecimal gramsPerKm,
      TestCycle testCycle) {}
}
