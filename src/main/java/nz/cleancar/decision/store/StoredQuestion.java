package nz.cleancar.decision.store;

import static nz.cleancar.decision.store.StoredDecision.exactly;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.LegalDate;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.Vehicle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;
import org.jspecify.annotations.Nullable;

/** The facts of a decision as the database keeps them. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoredQuestion(StoredVehicle vehicle, StoredAccount account, String legalDate) {

  static StoredQuestion from(Question question) {
    return new StoredQuestion(
        StoredVehicle.from(question.vehicle()),
        StoredAccount.from(question.account()),
        question.legalDate().toString());
  }

  Question toQuestion() {
    return new Question(vehicle.toVehicle(), account.toAccountFacts(), LegalDate.of(legalDate));
  }

  /** The vehicle asked about. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StoredVehicle(
      String vin,
      String vehicleClass,
      String condition,
      int tareWeightKilograms,
      int grossVehicleMassKilograms,
      @Nullable StoredCo2 co2,
      @Nullable String firstRegisteredOn,
      List<String> attributes) {

    static StoredVehicle from(Vehicle vehicle) {
      return new StoredVehicle(
          vehicle.vin().value(),
          vehicle.vehicleClass().code(),
          vehicle.condition().name(),
          vehicle.tareWeightKilograms(),
          vehicle.grossVehicleMassKilograms(),
          vehicle.co2().map(StoredCo2::from).orElse(null),
          vehicle.firstRegistered().map(LocalDate::toString).orElse(null),
          vehicle.attributes());
    }

    Vehicle toVehicle() {
      return new Vehicle(
          new Vin(vin),
          new VehicleClass(vehicleClass),
          VehicleCondition.valueOf(condition),
          tareWeightKilograms,
          grossVehicleMassKilograms,
          co2 == null ? null : co2.toCo2(),
          firstRegisteredOn == null ? null : LocalDate.parse(firstRegisteredOn),
          attributes);
    }
  }

  /** The vehicle's CO2 value as supplied, g/km. */
  @Serdeable
  record StoredCo2(String emission, String testCycle) {

    static StoredCo2 from(Co2 co2) {
      return new StoredCo2(exactly(co2.emission().perKilometre()), co2.testCycle().name());
    }

    Co2 toCo2() {
      return new Co2(Grams.of(emission), TestCycle.valueOf(testCycle));
    }
  }

  /** The account that is to accept the vehicle, as it was when asked. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StoredAccount(
      String number,
      String condition,
      String scheme,
      String status,
      boolean autoAcceptsAtOrBelowTarget,
      boolean autoAcceptsAboveTarget) {

    static StoredAccount from(AccountFacts account) {
      return new StoredAccount(
          account.number().value(),
          account.condition().name(),
          account.scheme().name(),
          account.status().name(),
          account.autoAccept().atOrBelowTarget(),
          account.autoAccept().aboveTarget());
    }

    AccountFacts toAccountFacts() {
      return new AccountFacts(
          new AccountNumber(number),
          VehicleCondition.valueOf(condition),
          Scheme.valueOf(scheme),
          AccountStatus.valueOf(status),
          new AutoAccept(autoAcceptsAtOrBelowTarget, autoAcceptsAboveTarget));
    }
  }
}
