package nz.cleancar.vehicle;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Origin;
import org.jspecify.annotations.Nullable;

/** The vehicle records, and the messages that they follow from. Messages are only ever added. */
public interface VehicleBook {

  /** Which of these messages came before, by their keys: the digests of what they said. */
  Map<MessageKey, String> digests(Collection<MessageKey> keys);

  /** The files of the vehicles that are found by these marks, in no order. */
  List<VehicleFile> filesAbout(Collection<Mark> marks);

  /** The files of the vehicles with these ids, in no order. */
  List<VehicleFile> files(Collection<VehicleId> ids);

  /** The accounts that were named for these models. */
  Map<ModelCode, List<ModelAssigned>> models(Collection<ModelCode> models);

  /**
   * Holds the models until the work ends, in their order, so that a vehicle of a model and an
   * account for it cannot miss each other.
   */
  void hold(Collection<ModelCode> models);

  /**
   * Keeps all of it.
   *
   * @throws Overtaken if another changed one of the records since it was read
   */
  void keep(Changes changes);

  /**
   * A model's records that wait or were rejected, which another account may get, in the order of
   * their ids, after the id.
   */
  List<VehicleId> openToModel(ModelCode model, String after, int most);

  /** The record with this id, or the one that it was merged into. */
  Optional<VehicleRecord> find(VehicleId id);

  /** The record of the vehicle that is found by this. */
  Optional<VehicleRecord> find(Mark mark);

  /** An account's records in the order of their ids, after the id; at the step, if one is given. */
  List<VehicleRecord> inAccount(AccountNumber account, @Nullable Step step, String after, int most);

  /** The numbers of accounts that records wait for because there was none when they were named. */
  List<AccountNumber> awaitedAccounts();

  /**
   * How many records an account has that are neither accepted nor rejected, by step and what was
   * decided last. The cost does not grow with what it accepted.
   */
  List<Count> counts(AccountNumber account);

  /** What happened to the record, the first first. */
  List<VehicleEvent> history(VehicleId id, int most);

  /** Corrections that came too late, in the order of their ids, after the id. */
  List<LateCorrection> lateCorrections(String after, int most);

  /** What makes a message unique: its source, who sent it, and its id there. */
  record MessageKey(String source, String sentBy, String messageId)
      implements Comparable<MessageKey> {

    private static final Comparator<MessageKey> ORDER =
        Comparator.comparing(MessageKey::source)
            .thenComparing(MessageKey::sentBy)
            .thenComparing(MessageKey::messageId);

    /** The key of the message from there. */
    public static MessageKey of(Origin origin) {
      return new MessageKey(origin.source(), origin.sentBy(), origin.messageId());
    }

    @Override
    public int compareTo(MessageKey other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * How many records there are of a kind.
   *
   * @param step their step
   * @param outcome the name of what was decided last; empty where nothing was
   * @param count how many
   * @param charges what was decided that they are charged, NZD
   * @param credits what was decided that they earn, g/km
   */
  record Count(Step step, String outcome, long count, Money charges, Grams credits) {

    private static final Set<String> ACCEPTABLE = Set.of("AWAIT_ACCEPTANCE", "AUTO_ACCEPT");

    /** Whether they wait for their holder to accept them. */
    public boolean waits() {
      return step == Step.READY && ACCEPTABLE.contains(outcome);
    }
  }

  /**
   * What is to be kept together.
   *
   * @param receivedAt the moment that the messages came
   * @param messages messages that did not come before
   * @param opened records that are new
   * @param changed records that were there, with the versions that they were read with
   * @param marks new marks, with the records that are found by them
   * @param merged records that became part of others
   * @param events what happened
   * @param late corrections that came too late
   */
  record Changes(
      Instant receivedAt,
      List<FeedMessage> messages,
      List<VehicleRecord> opened,
      List<VehicleRecord> changed,
      Map<Mark, VehicleId> marks,
      List<Merge> merged,
      List<VehicleEvent> events,
      List<LateCorrection> late) {}

  /** A record that was found to be of the same vehicle as another, which it becomes part of. */
  record Merge(VehicleRecord from, VehicleId into) {}

  /** Others changed a record at the same time; whoever meets this undoes all and begins again. */
  final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overtaken() {
      super("A vehicle's record was changed at the same time.", null, false, false);
    }
  }
}
