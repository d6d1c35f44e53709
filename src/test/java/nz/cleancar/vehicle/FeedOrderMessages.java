package nz.cleancar.vehicle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleClass;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.vehicle.Completion.Kind;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.FeedMessage.Registered;

/** What feeds might say of vehicles. */
final class FeedOrderMessages {

  private static final String[] GRAMS = {"60", "95.5", "110", "150", "0", "240"};
  private static final String[] CLASSES = {"MA", "MA", "MC", "NA"};
  private static final int[] KILOGRAMS = {1500, 1500, 1100, 2400};

  private final Random random;
  private final String prefix;
  private final BiConsumer<FeedMessage, Boolean> telling;
  private final IntFunction<String> accounts;

  /**
   * Says it to the consumer, with whether it is said after the late accounts are opened.
   *
   * @param accounts the accounts' numbers by their places
   */
  FeedOrderMessages(
      Random random,
      String prefix,
      BiConsumer<FeedMessage, Boolean> telling,
      IntFunction<String> accounts) {
    this.random = random;
    this.prefix = prefix;
    this.telling = telling;
    this.accounts = accounts;
  }

  private void tell(FeedMessage message) {
    telling.accept(message, random.nextInt(3) == 0);
  }

  private String one(List<Integer> places) {
    return accounts.apply(places.get(random.nextInt(places.size())));
  }

  /** Fuelsaver, MIAMI or both name accounts; MIAMI may say that it is of another model. */
  void assigned(ATestVehicle vehicle, List<Integer> places) {
    boolean isUsed = vehicle.condition() == VehicleCondition.USED;
    if (isUsed || random.nextInt(3) == 0) {
      Mark mark =
          isUsed && random.nextBoolean() ? Mark.of(vehicle.chassis()) : Mark.of(vehicle.vin());
      tell(vehicle.assigned(mark, one(places), 3));
      tell(vehicle.assigned(mark, one(places), 5));
    }
    if (!isUsed || random.nextInt(3) == 0) {
      String model = "M" + prefix + random.nextInt(3);
      tell(vehicle.model(model, one(places), 1));
      tell(vehicle.ofModel(model, 4));
      if (random.nextBoolean()) {
        tell(vehicle.model(model, one(places), 6));
      }
      if (random.nextInt(3) == 0) {
        tell(vehicle.ofModel("M" + prefix + random.nextInt(4), 7));
      }
    }
  }

  /**
   * The register knows a used vehicle by its chassis first, and then by both; it corrects its CO2
   * value, its class, its weights and whether it is new, and a revision may never come.
   */
  void registered(ATestVehicle vehicle) {
    int last = 1 + random.nextInt(4);
    int gap = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 0;
    boolean chassisFirst = vehicle.condition() == VehicleCondition.USED && random.nextBoolean();
    for (int revision = 1; revision <= last; revision++) {
      var identity =
          revision == 1 && chassisFirst
              ? Identity.of(vehicle.chassis())
              : vehicle.condition() == VehicleCondition.USED
                  ? new Identity(vehicle.vin(), vehicle.chassis())
                  : Identity.of(vehicle.vin());
      if (revision != gap) {
        tell(
            new Registered(
                vehicle.from("MVR", "r" + revision, revision),
                identity,
                revision,
                specification(vehicle)));
      }
    }
  }

  private Specification specification(ATestVehicle vehicle) {
    VehicleCondition other =
        vehicle.condition() == VehicleCondition.NEW ? VehicleCondition.USED : VehicleCondition.NEW;
    VehicleCondition condition = random.nextInt(5) == 0 ? other : vehicle.condition();
    int kilograms = KILOGRAMS[random.nextInt(KILOGRAMS.length)];
    return new Specification(
        new VehicleClass(CLASSES[random.nextInt(CLASSES.length)]),
        condition,
        kilograms,
        kilograms + 600,
        new Co2(new Grams(new BigDecimal(GRAMS[random.nextInt(GRAMS.length)])), TestCycle.WLTP_3P),
        condition == VehicleCondition.USED ? LocalDate.of(2019, 6, 1) : null,
        List.of());
  }

  /** One completion, if any; seldom for an account of the other condition. */
  void completedOnce(ATestVehicle vehicle, List<Integer> likely, List<Integer> unlikely) {
    if (random.nextInt(8) > 0) {
      Kind kind =
          vehicle.condition() == VehicleCondition.USED || random.nextInt(3) == 0
              ? Kind.ENTRY_CERTIFICATION_COMPLETE
              : Kind.PRE_DELIVERY_INSPECTION_COMPLETE;
      tell(completed(vehicle, kind, 50, "", one(random.nextInt(6) == 0 ? unlikely : likely)));
    }
  }

  /** Several completions of both kinds by two senders, who correct what they said. */
  void completedOften(ATestVehicle vehicle, List<Integer> likely) {
    int count = 2 + random.nextInt(4);
    String usually = one(likely);
    for (int i = 0; i < count; i++) {
      Kind kind = either();
      String sender = random.nextInt(5) == 0 ? "wanda" : "vinnie";
      String account = random.nextInt(5) == 0 ? one(likely) : usually;
      tell(completed(vehicle, kind, 50 + i, sender, account));
    }
  }

  private Kind either() {
    return random.nextBoolean()
        ? Kind.ENTRY_CERTIFICATION_COMPLETE
        : Kind.PRE_DELIVERY_INSPECTION_COMPLETE;
  }

  /** Both kinds; seldom for different accounts, of which the other accepts nothing by itself. */
  void completedByBoth(ATestVehicle vehicle, int place, int seldom) {
    int inspected = random.nextInt(5) == 0 ? seldom : place;
    tell(
        completed(vehicle, Kind.ENTRY_CERTIFICATION_COMPLETE, 50, "vinnie", accounts.apply(place)));
    Completed other =
        completed(
            vehicle, Kind.PRE_DELIVERY_INSPECTION_COMPLETE, 51, "wanda", accounts.apply(inspected));
    Completion said = other.completion();
    tell(
        new Completed(
            other.origin(),
            new Completion(
                said.kind(),
                said.vin(),
                said.account(),
                said.registerRevision(),
                said.completedOn().plusDays(1))));
  }

  private Completed completed(
      ATestVehicle vehicle, Kind kind, int minutes, String sender, String account) {
    Origin from = vehicle.from("CERTIFIER", "c" + minutes, minutes);
    return new Completed(
        new Origin(from.source(), from.messageId(), from.occurredAt(), sender),
        new Completion(
            kind,
            vehicle.vin(),
            new AccountNumber(account),
            random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1,
            LocalDate.of(2023 + random.nextInt(4), 1 + random.nextInt(2), 9)));
  }
}
