package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Rulings;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.policy.table.Value;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Dispute.Ground;
import nz.cleancar.vehicle.Dispute.Resolution;
import nz.cleancar.vehicle.Dispute.Resolved;
import nz.cleancar.vehicle.VehicleRecord.Assigned;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;
import org.jspecify.annotations.Nullable;

/** How the agency resolves disputes: what a ground allows is said by the policy. */
@Singleton
public final class Resolving {

  private final Access access;
  private final AccountRules accountRules;
  private final Rulings rulings;
  private final VehicleBook vehicles;
  private final DisputeBook disputes;
  private final Taking taking;
  private final Outbox outbox;
  private final UniqueIds ids;
  private final NewZealand clock;

  Resolving(
      Access access,
      AccountRules accountRules,
      Rulings rulings,
      VehicleBook vehicles,
      DisputeBook disputes,
      Taking taking,
      Outbox outbox,
      UniqueIds ids,
      NewZealand clock) {
    this.access = access;
    this.accountRules = accountRules;
    this.rulings = rulings;
    this.vehicles = vehicles;
    this.disputes = disputes;
    this.taking = taking;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * How the agency resolves a dispute.
   *
   * @param resolution how
   * @param says the same in its words
   * @param toAccount the account that the vehicle is moved to; with MOVED about a wrong account
   */
  public record Answer(Resolution resolution, String says, @Nullable AccountNumber toAccount) {}

  Attempt<Dispute> resolve(Person agency, Dispute.Id id, Answer answer, Circumstances now) {
    if (!agency.isAgency()) {
      return Attempt.refused(
          Refusal.forbidden("agency-only", "Only the agency resolves disputes."));
    }
    Optional<Dispute> found = disputes.find(id);
    if (found.isEmpty()) {
      return Attempt.refused(
          Refusal.unknown("no-such-dispute", "There is no dispute %s.".formatted(id)));
    }
    AccountNumber number = found.get().account();
    now.holds(number);
    if (answer.toAccount() != null) {
      now.holds(answer.toAccount());
    }
    now.lacksNothing();
    return access
        .lockedByAgency(agency, number)
        .then(account -> resolve(agency, account, disputes.find(id).orElseThrow(), answer, now));
  }

  private Attempt<Dispute> resolve(
      Person agency, Account account, Dispute dispute, Answer answer, Circumstances now) {
    if (dispute.resolution().isPresent()) {
      return Attempt.refused(
          Refusal.refused("resolved-before", "The dispute was resolved before."));
    }
    return allowed(dispute.ground(), answer.resolution())
        .then(_ -> target(dispute, answer, now))
        .then(target -> applied(agency, dispute, answer, target, now))
        .map(
            _ -> {
              var ended =
                  dispute.resolved(
                      new Resolved(answer.resolution(), answer.says(), agency.name(), clock.now()));
              disputes.end(ended);
              tell(account, ended, answer);
              return ended;
            });
  }

  private Attempt<Resolution> allowed(Ground ground, Resolution resolution) {
    var ruling =
        rulings.on(
            "dispute",
            Map.of(
                "disputeGround",
                new Value.Word(ground.name()),
                "resolution",
                new Value.Word(resolution.name())));
    return ruling.yes("resolutionAllowed")
        ? Attempt.done(resolution)
        : Attempt.refused(
            Refusal.refused(ruling.word("resolutionCode"), ruling.word("resolutionReason")));
  }

  /** The account that the vehicle is in afterwards, where it is moved. */
  private Attempt<Optional<AccountNumber>> target(
      Dispute dispute, Answer answer, Circumstances now) {
    AccountNumber to = answer.toAccount();
    if (answer.resolution() != Resolution.MOVED) {
      return to == null
          ? Attempt.done(Optional.empty())
          : Attempt.refused(Refusal.invalid("account-not-needed", "Only MOVED names an account."));
    }
    AccountNumber target =
        to == null && dispute.ground() == Ground.MISSING_VEHICLE ? dispute.account() : to;
    if (target == null) {
      return Attempt.refused(
          Refusal.invalid("account-needed", "MOVED names the account that the vehicle goes to."));
    }
    boolean staysThere =
        dispute.ground() != Ground.MISSING_VEHICLE && target.equals(dispute.account());
    return staysThere
        ? Attempt.refused(
            Refusal.invalid("same-account", "The vehicle is in that account; name another."))
        : now.account(target)
            .map(
                account ->
                    accountRules
                        .allowing(account, Operation.ASSIGN_VEHICLE, now.today())
                        .map(open -> Optional.of(open.number())))
            .orElseGet(() -> Attempt.refused(Access.unknown(target)));
  }

  private Attempt<Boolean> applied(
      Person agency,
      Dispute dispute,
      Answer answer,
      Optional<AccountNumber> target,
      Circumstances now) {
    Optional<VehicleRecord> found =
        dispute.vehicle().flatMap(vehicles::find).or(() -> vehicles.find(dispute.mark()));
    boolean isMissing = dispute.ground() == Ground.MISSING_VEHICLE;
    if (isMissing && target.isEmpty()) {
      return Attempt.done(true);
    }
    if (found.isEmpty()) {
      return Attempt.refused(
          Refusal.refused(
              "no-record",
              "There is no record of %s yet; it is moved once there is."
                  .formatted(dispute.mark())));
    }
    VehicleRecord record = found.get();
    boolean isInPlace =
        switch (record.step()) {
          case ENTERED, READY -> isMissing || answer.resolution() == Resolution.UPHELD;
          case DISPUTED -> !isMissing;
          case REJECTED -> target.isPresent() || answer.resolution() == Resolution.UPHELD;
          // it came along when another record became part of this one
          case ACCEPTED -> answer.resolution() == Resolution.UPHELD;
        };
    if (!isInPlace) {
      return Attempt.refused(
          Refusal.refused(
              "vehicle-not-open",
              "%s is %s, so this cannot be done with it."
                  .formatted(record.identity().mark(), record.step())));
    }
    record.account().ifPresent(now::holds);
    now.lacksNothing();
    change(agency, record.id(), dispute, answer, target, now);
    target.ifPresent(_ -> tellFormer(record, dispute, now));
    return Attempt.done(true);
  }

  private void change(
      Person agency,
      VehicleId vehicle,
      Dispute dispute,
      Answer answer,
      Optional<AccountNumber> target,
      Circumstances now) {
    List<VehicleFile> files = vehicles.files(List.of(vehicle));
    var filing =
        new Filing(
            () -> ids.next(clock.now()), Map.of(), files, vehicles.models(Feeds.models(files)));
    Folder folder = filing.folders().getFirst();
    VehicleRecord record = folder.record();
    if (record.step() == Step.DISPUTED || target.isPresent()) {
      Told told = Told.of(folder.marks(), folder.messages(), filing.models());
      Optional<AccountNumber> named =
          told.account(Completions.counting(told, now), record.assigned().left());
      folder.record(resolved(record, named, dispute, answer, target));
    }
    folder.note(
        VehicleEvent.Kind.RESOLVED,
        Course.cut("%s: %s".formatted(answer.resolution(), answer.says())));
    target.ifPresent(
        to -> folder.note(VehicleEvent.Kind.ASSIGNED, "Assigned to account " + to + "."));
    taking.run(filing.folders(), new Course(now, filing.models()), now);
    vehicles.keep(filing.changes(clock.now(), agency.name().text()));
  }

  private static VehicleRecord resolved(
      VehicleRecord record,
      Optional<AccountNumber> named,
      Dispute dispute,
      Answer answer,
      Optional<AccountNumber> target) {
    Step open = record.decided().isPresent() ? Step.READY : Step.ENTERED;
    Assigned assigned = record.assigned();
    return switch (answer.resolution()) {
      case CORRECTED ->
          record
              .is(record.identity(), assigned.awaiting(dispute.opened().revision() + 1))
              .at(open, Course.WAITS_FOR_CORRECTION);
      case MOVED ->
          record
              .is(record.identity(), assigned.moved(target.orElseThrow()))
              .at(open, new Reason("moved", "It was moved to this account."));
      case REJECTED -> {
        var left = new HashSet<>(Set.of(dispute.account()));
        if (dispute.account().equals(assigned.movedTo())) {
          // it was moved away from the account that the feeds named
          named.ifPresent(left::add);
        }
        yield record
            .is(record.identity(), assigned.rejectedFrom(left))
            .at(Step.REJECTED, Course.rejected(answer.says()));
      }
      case UPHELD ->
          record
              .is(record.identity(), assigned.awaiting(0))
              .at(open, new Reason("upheld", Course.cut("Its record stays: " + answer.says())));
    };
  }

  /** Whoever had the vehicle and did not dispute it hears that it is theirs no longer. */
  private void tellFormer(VehicleRecord record, Dispute dispute, Circumstances now) {
    record
        .account()
        .filter(former -> !former.equals(dispute.account()))
        .flatMap(now::account)
        .ifPresent(
            former ->
                outbox.post(
                    Notice.toHolder(
                        NoticeKind.VEHICLE,
                        former.number(),
                        new Notice.Letter(
                            former.holder().email(),
                            "%s is in your account no longer".formatted(dispute.mark()),
                            "CO2 account %s.\n\nAnother account claimed %s, and the agency moved it there. If it is yours, tell the agency."
                                .formatted(former.number(), dispute.mark())),
                        "dispute " + dispute.id() + " moved")));
  }

  private void tell(Account account, Dispute dispute, Answer answer) {
    outbox.post(
        Notice.toHolder(
            NoticeKind.DISPUTE_RESOLVED,
            account.number(),
            new Notice.Letter(
                account.holder().email(),
                "Your dispute about %s was resolved: %s"
                    .formatted(dispute.mark(), answer.resolution()),
                "CO2 account %s.\n\nYou disputed %s: %s\n\nIt was resolved: %s\n\n%s"
                    .formatted(
                        account.number(),
                        dispute.mark(),
                        dispute.says(),
                        answer.resolution(),
                        answer.says())),
            "dispute " + dispute.id() + " resolved"));
  }
}
