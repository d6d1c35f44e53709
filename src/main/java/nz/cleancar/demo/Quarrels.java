package nz.cleancar.demo;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Co2;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Dispute;
import nz.cleancar.vehicle.Dispute.Ground;
import nz.cleancar.vehicle.Dispute.Resolution;
import nz.cleancar.vehicle.Disputes;
import nz.cleancar.vehicle.FeedMessage.Origin;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.Feeds;
import nz.cleancar.vehicle.Mark;
import nz.cleancar.vehicle.Resolving;
import nz.cleancar.vehicle.Specification;
import nz.cleancar.vehicle.Step;
import nz.cleancar.vehicle.VehicleRecord;
import nz.cleancar.vehicle.VehicleRecords;
import nz.cleancar.work.Attempt;

/**
 * Importers who dispute what waits in their accounts, and how the agency resolves that some days
 * later: where the register was wrong, it says the right value soon after.
 */
@Singleton
final class Quarrels {

  private static final int MOST_LOOKED_AT = 50;
  private static final int MOST_RESOLVED = 200;
  private static final double DISPUTED = .01;
  private static final double ABOUT_CO2 = .7;
  private static final double HOLDER_IS_RIGHT = .6;
  private static final int SHORTEST_DAYS = 3;
  private static final int LONGEST_DAYS = 20;
  private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(4);

  private final VehicleRecords records;
  private final Disputes disputes;
  private final Feeds feeds;
  private final NewZealand clock;

  Quarrels(VehicleRecords records, Disputes disputes, Feeds feeds, NewZealand clock) {
    this.records = records;
    this.disputes = disputes;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** Disputes a few of an importer's vehicles that wait. Whoever may not now does not. */
  void open(DemoPlan plan, Cast cast, Importer importer, int day) {
    List<VehicleRecord> waiting =
        records.inAccount(cast.number(importer), Step.READY, "", MOST_LOOKED_AT);
    for (VehicleRecord record : waiting) {
      var chance = Chance.of(plan, "dispute " + day, number(record.identity().mark()));
      if (!chance.happens(DISPUTED)) {
        continue;
      }
      boolean isAboutCo2 = chance.happens(ABOUT_CO2);
      var _ =
          disputes.within(
              request ->
                  request.open(
                      importer.owner(),
                      record.id(),
                      isAboutCo2 ? Ground.CO2_VALUE : Ground.WRONG_ACCOUNT,
                      isAboutCo2
                          ? "The maker's papers have a lower CO2 value."
                          : "We do not import this vehicle."));
    }
  }

  /** Resolves those that are ripe. */
  void resolve(DemoPlan plan, Cast cast) {
    for (Dispute dispute : disputes.open("", MOST_RESOLVED)) {
      var chance = Chance.of(plan, "resolution", number(dispute.mark()));
      var wait = Duration.ofDays(chance.between(SHORTEST_DAYS, LONGEST_DAYS));
      if (!dispute.opened().at().plus(wait).isAfter(clock.now())) {
        resolve(cast, dispute, chance);
      }
    }
  }

  private void resolve(Cast cast, Dispute dispute, Chance chance) {
    boolean isRight = chance.happens(HOLDER_IS_RIGHT);
    var answer =
        switch (dispute.ground()) {
          case CO2_VALUE ->
              isRight
                  ? new Resolving.Answer(
                      Resolution.CORRECTED, "The register will have the right value.", null)
                  : new Resolving.Answer(
                      Resolution.UPHELD, "The register has the maker's value.", null);
          case WRONG_ACCOUNT, MISSING_VEHICLE ->
              other(cast, dispute.account(), chance)
                  .filter(_ -> isRight)
                  .map(to -> new Resolving.Answer(Resolution.MOVED, "It is another's.", to))
                  .orElseGet(
                      () -> new Resolving.Answer(Resolution.UPHELD, "Its papers name you.", null));
        };
    Attempt<Dispute> ended =
        disputes.within(request -> request.resolve(Cast.AGENCY, dispute.id(), answer));
    if (ended instanceof Attempt.Done<Dispute> && answer.resolution() == Resolution.CORRECTED) {
      correct(dispute);
    }
  }

  /** The same in every run, which the hash of a record with an enum is not. */
  private static long number(Mark mark) {
    return mark.toString().hashCode();
  }

  /** Another importer of the same sort, as the vehicle is more likely theirs. */
  private static Optional<AccountNumber> other(Cast cast, AccountNumber number, Chance chance) {
    List<Importer> open = cast.open();
    Importer.Sort sort =
        open.stream()
            .filter(each -> cast.number(each).equals(number))
            .findFirst()
            .map(Importer::sort)
            .orElse(Importer.Sort.DEALER);
    List<AccountNumber> others =
        open.stream()
            .filter(each -> each.sort() == sort)
            .map(cast::number)
            .filter(each -> !each.equals(number))
            .toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(others));
  }

  /**
   * The register's next word on the vehicle: a little less CO2; none where it was said while the
   * dispute was open.
   */
  private void correct(Dispute dispute) {
    VehicleRecord record = dispute.vehicle().flatMap(records::find).orElseThrow();
    int revision = record.assigned().awaitedRevision();
    boolean isDecided = record.decided().filter(last -> last.revision() >= revision).isPresent();
    if (isDecided || revision == 0) {
      return;
    }
    Specification was = records.registered(record.id()).orElseThrow();
    var origin = new Origin("REGISTER", "DEMO-DISPUTE-%s".formatted(dispute.id()), clock.now());
    feeds.receive(List.of(new Registered(origin, record.identity(), revision, withLessCo2(was))));
  }

  private static Specification withLessCo2(Specification was) {
    return new Specification(
        was.vehicleClass(),
        was.condition(),
        was.tareWeightKilograms(),
        was.grossVehicleMassKilograms(),
        was.co2()
            .map(
                co2 ->
                    new Co2(
                        new Grams(
                            co2.emission().perKilometre().subtract(TOO_MUCH).max(BigDecimal.ZERO)),
                        co2.testCycle()))
            .orElse(null),
        was.firstRegisteredOn(),
        was.attributes());
  }
}
