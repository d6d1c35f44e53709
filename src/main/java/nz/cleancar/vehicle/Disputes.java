package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountRules;
import nz.cleancar.account.Operation;
import nz.cleancar.account.Permission;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.vehicle.Dispute.Ground;
import nz.cleancar.vehicle.Dispute.Opened;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;
import org.jspecify.annotations.Nullable;

/**
 * Disputing the records of vehicles, before acceptance only, and resolving that (NZTA, Operating my
 * CO2 account). The agency is told of a dispute, and the holder of how it ended.
 */
@Singleton
public final class Disputes {

  private final Access access;
  private final AccountRules rules;
  private final VehicleBook vehicles;
  private final DisputeBook disputes;
  private final Resolving resolving;
  private final Deciding deciding;
  private final Outbox outbox;
  private final AllOrNothing work;
  private final UniqueIds ids;
  private final NewZealand clock;

  Disputes(
      Access access,
      AccountRules rules,
      VehicleBook vehicles,
      DisputeBook disputes,
      Resolving resolving,
      Deciding deciding,
      Outbox outbox,
      AllOrNothing work,
      UniqueIds ids,
      NewZealand clock) {
    this.access = access;
    this.rules = rules;
    this.vehicles = vehicles;
    this.disputes = disputes;
    this.resolving = resolving;
    this.deciding = deciding;
    this.outbox = outbox;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is disputed or resolved within a request; each joins the work that is under way. */
  public interface Request {

    /** Disputes a vehicle's record, for somebody who may in the account that it is in. */
    Attempt<Dispute> open(Person person, VehicleId vehicle, Ground ground, String says);

    /** Says that a vehicle is missing from the account. */
    Attempt<Dispute> missing(Person person, AccountNumber account, Mark mark, String says);

    /** Resolves a dispute, for the agency. */
    Attempt<Dispute> resolve(Person agency, Dispute.Id dispute, Resolving.Answer answer);
  }

  /**
   * Does a request in work of its own. It may be done several times before it counts, so it must do
   * nothing but change what its work undoes. Not to be called inside work.
   */
  public <T> T within(Function<Request, T> request) {
    return deciding.rounds(List.of(), circumstances -> request.apply(new Joining(circumstances)));
  }

  /** Disputes of an account, for somebody who may view it, after the id. */
  public Attempt<List<Dispute>> of(Person person, AccountNumber number, String after, int most) {
    return access
        .found(person, number, Permission.VIEW_ACCOUNT)
        .map(account -> disputes.of(account.number(), after, most));
  }

  /** Disputes that are open, in the order in which they were opened, after the id. */
  public List<Dispute> open(String after, int most) {
    return disputes.open(after, most);
  }

  /** Does what is asked for in the work that is under way. */
  private final class Joining implements Request {

    private final Supplier<Circumstances> circumstances;

    Joining(Supplier<Circumstances> circumstances) {
      this.circumstances = circumstances;
    }

    @Override
    public Attempt<Dispute> open(Person person, VehicleId id, Ground ground, String says) {
      return work.attempt(() -> opened(person, id, ground, says));
    }

    @Override
    public Attempt<Dispute> missing(Person person, AccountNumber number, Mark mark, String says) {
      return work.attempt(
          () ->
              locked(person, number)
                  .then(account -> missed(account, mark))
                  .map(
                      account ->
                          kept(
                              account,
                              null,
                              mark,
                              Ground.MISSING_VEHICLE,
                              says,
                              new Opened(person.name(), clock.now(), 0))));
    }

    @Override
    public Attempt<Dispute> resolve(Person agency, Dispute.Id id, Resolving.Answer answer) {
      return work.attempt(() -> resolving.resolve(agency, id, answer, circumstances.get()));
    }
  }

  private Attempt<Account> locked(Person person, AccountNumber number) {
    return access
        .locked(person, number, Permission.ACCEPT_VEHICLES)
        .then(account -> rules.allowing(account, Operation.DISPUTE_VEHICLE, clock.today()));
  }

  private Attempt<Dispute> opened(Person person, VehicleId id, Ground ground, String says) {
    Optional<AccountNumber> number = vehicles.find(id).flatMap(VehicleRecord::account);
    if (number.isEmpty() || access.isStranger(person, number.get())) {
      return Attempt.refused(unknown());
    }
    if (ground == Ground.MISSING_VEHICLE) {
      return Attempt.refused(
          Refusal.invalid(
              "not-missing", "A vehicle that has a record in the account is not missing from it."));
    }
    return locked(person, number.get())
        .then(
            account -> {
              List<VehicleFile> files =
                  vehicles.files(vehicles.find(id).map(VehicleRecord::id).stream().toList());
              var filing =
                  new Filing(
                      () -> ids.next(clock.now()),
                      Map.of(),
                      files,
                      vehicles.models(Feeds.models(files)));
              Folder folder = filing.folders().getFirst();
              return disputable(folder.record(), account)
                  .map(
                      record -> {
                        folder.record(
                            record.at(Step.DISPUTED, new Reason("disputed", "It is disputed.")));
                        folder.note(
                            VehicleEvent.Kind.DISPUTED,
                            Course.cut("%s: %s".formatted(ground, says)));
                        vehicles.keep(filing.changes(clock.now(), person.name().text()));
                        return kept(
                            account,
                            record.id(),
                            record.identity().mark(),
                            ground,
                            says,
                            new Opened(person.name(), clock.now(), Course.shownRevision(folder)));
                      });
            });
  }

  private static Attempt<VehicleRecord> disputable(VehicleRecord record, Account account) {
    if (!record.account().equals(Optional.of(account.number()))) {
      return Attempt.refused(unknown());
    }
    return record.isOpen()
        ? Attempt.done(record)
        : Attempt.refused(
            Refusal.refused(
                "not-disputable",
                "%s is %s; a record is disputed before acceptance, and once at a time."
                    .formatted(record.identity().mark(), record.step())));
  }

  private Attempt<Account> missed(Account account, Mark mark) {
    Optional<VehicleRecord> found = vehicles.find(mark);
    if (found
        .filter(record -> record.step() != Step.REJECTED)
        .flatMap(VehicleRecord::account)
        .equals(Optional.of(account.number()))) {
      return Attempt.refused(
          Refusal.refused(
              "not-missing",
              "%s is in account %s; dispute its record.".formatted(mark, account.number())));
    }
    return disputes.openAboutMissing(account.number(), mark).isPresent()
        ? Attempt.refused(
            Refusal.refused(
                "disputed-before", "%s is reported as missing already.".formatted(mark)))
        : Attempt.done(account);
  }

  private Dispute kept(
      Account account,
      @Nullable VehicleId vehicle,
      Mark mark,
      Ground ground,
      String says,
      Opened opened) {
    var dispute =
        new Dispute(
            new Dispute.Id(ids.next(opened.at())),
            account.number(),
            vehicle,
            mark,
            ground,
            says,
            opened,
            null);
    disputes.add(dispute);
    outbox.post(
        Notice.toAgency(
            NoticeKind.DISPUTE,
            account.number(),
            "Dispute about %s: %s".formatted(mark, ground),
            "CO2 account %s, %s, disputes %s.\n\nGround: %s\n\n%s\n\nDispute %s"
                .formatted(
                    account.number(), account.holder().name(), mark, ground, says, dispute.id()),
            "dispute " + dispute.id()));
    return dispute;
  }

  private static Refusal unknown() {
    return Refusal.unknown("no-such-vehicle", "There is no such vehicle in an account of yours.");
  }
}
