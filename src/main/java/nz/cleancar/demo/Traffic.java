package nz.cleancar.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.vehicle.Completion;
import nz.cleancar.vehicle.FeedMessage;
import nz.cleancar.vehicle.FeedMessage.AccountAssigned;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.FeedMessage.VinAssigned;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.ModelCode;

/**
 * What the feeds say on each working day: mostly in order, some of it late or twice, some of it
 * corrected. Holds the messages of a few weeks at most. To be asked for day after day, from 0.
 */
final class Traffic {

  /** How many working days ahead of its completion a vehicle is first heard of, at most. */
  private static final int LONGEST_WAY = 9;

  private static final int LATEST = 3;
  private static final double CORRECTED = .012;
  private static final double LATE = .005;
  private static final double TWICE = .01;
  private static final int LARGEST_CORRECTION = 12;

  private final DemoPlan plan;
  private final Industry industry;
  private final WorkingDays calendar;
  private final Function<Importer, AccountNumber> numbers;
  private final Map<Integer, List<FeedMessage>> later = new HashMap<>();
  private final Set<ModelCode> assigned = new HashSet<>();
  private int heardOf;

  /**
   * The traffic of a plan's year.
   *
   * @param numbers the account of an importer, asked for once it is open
   */
  Traffic(
      DemoPlan plan,
      Industry industry,
      WorkingDays calendar,
      Function<Importer, AccountNumber> numbers) {
    this.plan = plan;
    this.industry = industry;
    this.calendar = calendar;
    this.numbers = numbers;
  }

  /** The messages of the working day of this number, in the order in which they come. */
  List<FeedMessage> on(int day) {
    int last = calendar.days().size() - 1;
    int heard = calendar.completeBefore(Math.min(last, day + LONGEST_WAY) + 1);
    while (heardOf < heard) {
      hear(heardOf, day);
      heardOf++;
    }
    var messages = later.remove(day);
    if (messages == null) {
      return List.of();
    }
    messages.sort(Comparator.comparing(FeedMessage::origin));
    return messages;
  }

  /** Plans all that will be said of a vehicle. */
  private void hear(int index, int today) {
    var chance = Chance.of(plan, "vehicle", index);
    int complete = dayOf(index);
    int entered = Math.max(today, complete - chance.between(1, LONGEST_WAY));
    var importer = industry.one(chance, calendar.days().get(today));
    var vehicle = DemoVehicle.of(chance, index, importer, calendar.days().get(complete));
    AccountNumber account = numbers.apply(importer);
    assign(vehicle, account, entered, chance);
    int registered = Math.min(complete, entered + chance.between(0, 1));
    put(
        registered,
        chance,
        new Registered(
            origin("REGISTER", vehicle, "1", registered, chance),
            vehicle.identity(),
            1,
            vehicle.specification()));
    int restsOn = chance.happens(CORRECTED) ? correct(vehicle, complete, chance) : 1;
    var kind =
        vehicle.isNew()
            ? Completion.Kind.PRE_DELIVERY_INSPECTION_COMPLETE
            : Completion.Kind.ENTRY_CERTIFICATION_COMPLETE;
    put(
        complete,
        chance,
        new Completed(
            origin(vehicle.isNew() ? "DEALER" : "CERTIFIER", vehicle, "C", complete, chance),
            new Completion(kind, vehicle.vin(), account, restsOn, calendar.days().get(complete))));
  }

  /** A correction comes before completion, which then rests on it, or some days after. */
  private int correct(DemoVehicle vehicle, int complete, Chance chance) {
    boolean before = chance.happens(.5);
    int day = before ? complete : Math.min(calendar.days().size() - 1, complete + 2);
    int more = chance.between(1, LARGEST_CORRECTION) * (chance.happens(.5) ? 1 : -1);
    put(
        day,
        chance,
        new Registered(
            origin("REGISTER", vehicle, "2", day, chance),
            vehicle.identity(),
            2,
            vehicle.corrected(more)));
    return before ? 2 : 1;
  }

  /** Distributors name a model's account once; who imports used vehicles names each vehicle's. */
  private void assign(DemoVehicle vehicle, AccountNumber account, int day, Chance chance) {
    if (vehicle.importer().sort() == Importer.Sort.DISTRIBUTOR) {
      ModelCode model = vehicle.model().modelCode(vehicle.importer());
      if (assigned.add(model)) {
        put(
            day,
            chance,
            new ModelAssigned(
                new Origin("MIAMI", "DEMO-MODEL-" + model, at(day, 0)), model, account));
      }
      put(
          day,
          chance,
          new VinAssigned(origin("MIAMI", vehicle, "V", day, chance), vehicle.vin(), model));
      return;
    }
    Mark mark = vehicle.isNew() ? Mark.of(vehicle.vin()) : Mark.of(vehicle.chassis());
    put(
        day,
        chance,
        new AccountAssigned(origin("FUELSAVER", vehicle, "A", day, chance), mark, account));
  }

  private void put(int day, Chance chance, FeedMessage message) {
    int last = calendar.days().size() - 1;
    int comes = chance.happens(LATE) ? Math.min(last, day + chance.between(1, LATEST)) : day;
    later.computeIfAbsent(comes, _ -> new ArrayList<>()).add(message);
    if (chance.happens(TWICE)) {
      int again = Math.min(last, comes + chance.between(0, LATEST));
      later.computeIfAbsent(again, _ -> new ArrayList<>()).add(message);
    }
  }

  private Origin origin(String source, DemoVehicle vehicle, String what, int day, Chance chance) {
    String id = "DEMO-%d-%s".formatted(vehicle.index() + 1, what);
    return new Origin(source, id, at(day, chance.between(0, 28_000)));
  }

  private Instant at(int day, int seconds) {
    return DemoClock.at(calendar.days().get(day), LocalTime.of(6, 0)).plusSeconds(seconds);
  }

  /** The working day on which the vehicle is complete. */
  private int dayOf(int index) {
    int from = 0;
    int to = calendar.days().size() - 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (calendar.completeBefore(middle + 1) > index) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
