package nz.cleancar.vehicle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.vehicle.FeedMessage.AccountAssigned;
import nz.cleancar.vehicle.FeedMessage.Completed;
import nz.cleancar.vehicle.FeedMessage.ModelAssigned;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.FeedMessage.VinAssigned;
import nz.cleancar.vehicle.VehicleBook.Changes;
import nz.cleancar.vehicle.VehicleBook.Merge;
import nz.cleancar.vehicle.VehicleBook.MessageKey;
import nz.cleancar.vehicle.VehicleRecord.Assigned;
import nz.cleancar.work.Refusal;

/**
 * Puts messages into the folders of the vehicles that they are about: opens folders, and joins two
 * where the register says that they are the same vehicle's. For one thread.
 */
final class Filing {

  private static final Reason UNHEARD = new Reason("entered", "Nothing is known of it yet.");

  private final Supplier<String> ids;
  private final Map<MessageKey, String> digests;
  private final Map<ModelCode, List<ModelAssigned>> models;
  private final SequencedSet<Folder> folders = new LinkedHashSet<>();
  private final Map<Mark, Folder> byMark = new HashMap<>();
  private final Map<Mark, VehicleId> newMarks = new HashMap<>();
  private final List<Merge> merged = new ArrayList<>();
  private final List<FeedMessage> kept = new ArrayList<>();
  private final LinkedHashSet<Folder> touched = new LinkedHashSet<>();

  /** Where a message was put. */
  sealed interface Filed {

    /** Into the folder of the vehicle with this mark. */
    record Into(Mark mark) implements Filed {}

    /** With the accounts of its model. */
    record OfModel(ModelCode model) implements Filed {}

    /** Nowhere: it came before. */
    record Before(Filed then) implements Filed {}

    /** Nowhere: it contradicts what is known. */
    record Contradicts(Refusal why) implements Filed {}
  }

  /**
   * What is known before the messages are filed.
   *
   * @param ids where new things get their ids
   * @param digests which of the messages came before, and what they said
   * @param files the files of the vehicles that they may be about
   * @param models the accounts of those vehicles' models
   */
  Filing(
      Supplier<String> ids,
      Map<MessageKey, String> digests,
      Collection<VehicleFile> files,
      Map<ModelCode, List<ModelAssigned>> models) {
    this.ids = ids;
    this.digests = new HashMap<>(digests);
    this.models = new HashMap<>();
    models.forEach((model, said) -> this.models.put(model, new ArrayList<>(said)));
    for (VehicleFile file : files) {
      Folder folder = Folder.of(file);
      folders.add(folder);
      file.marks().forEach(mark -> byMark.put(mark, folder));
    }
  }

  /** Files a message. */
  Filed file(FeedMessage message) {
    Filed place = place(message);
    String said = digests.get(MessageKey.of(message.origin()));
    if (said != null) {
      return said.equals(message.digest())
          ? new Filed.Before(place)
          : new Filed.Contradicts(reused(message));
    }
    Optional<Refusal> contradiction = contradiction(message);
    if (contradiction.isPresent()) {
      return new Filed.Contradicts(contradiction.get());
    }
    switch (message) {
      case ModelAssigned of -> models.computeIfAbsent(of.model(), _ -> new ArrayList<>()).add(of);
      case Registered(var _, Identity identity, int _, Specification _) ->
          add(joined(identity.marks(), message), message);
      case VinAssigned _, AccountAssigned _, Completed _ ->
          add(joined(List.of(((Filed.Into) place).mark()), message), message);
    }
    digests.put(MessageKey.of(message.origin()), message.digest());
    kept.add(message);
    return place;
  }

  private static Filed place(FeedMessage message) {
    return switch (message) {
      case ModelAssigned(var _, ModelCode model, var _) -> new Filed.OfModel(model);
      case VinAssigned(var _, var vin, var _) -> new Filed.Into(Mark.of(vin));
      case AccountAssigned(var _, Mark mark, var _) -> new Filed.Into(mark);
      case Registered(var _, Identity identity, int _, var _) -> new Filed.Into(identity.mark());
      case Completed(var _, Completion completion) -> new Filed.Into(Mark.of(completion.vin()));
    };
  }

  private void add(Folder folder, FeedMessage message) {
    folder.messages().add(message);
    touched.add(folder);
  }

  /** The one folder that is found by all these marks from now on. */
  private Folder joined(List<Mark> marks, FeedMessage message) {
    Folder folder = null;
    for (Mark mark : marks) {
      Folder found = byMark.get(mark);
      if (found != null && folder != null && found != folder) {
        folder = join(folder, found);
      } else if (found != null) {
        folder = found;
      }
    }
    Folder all = folder == null ? open(marks, message) : folder;
    for (Mark mark : marks) {
      if (all.marks().add(mark)) {
        byMark.put(mark, all);
        newMarks.put(mark, all.record().id());
      }
    }
    return all;
  }

  private Folder open(List<Mark> marks, FeedMessage message) {
    Mark first = marks.getFirst();
    var identity =
        first.kind() == Mark.Kind.VIN
            ? Identity.of(new nz.cleancar.standard.Vin(first.value()))
            : Identity.of(new ChassisNumber(first.value()));
    var folder =
        Folder.opened(
            new VehicleRecord(
                new VehicleId(ids.get()),
                identity,
                Assigned.NOWHERE,
                Step.ENTERED,
                UNHEARD,
                null,
                null,
                0));
    folder.note(VehicleEvent.Kind.ENTERED, "First told of by " + message.origin().source() + ".");
    folders.add(folder);
    return folder;
  }

  /** Joins two folders into that of the older record; what was disputed stays so. */
  private Folder join(Folder withVin, Folder withChassis) {
    boolean chassisIsOlder = withVin.isNew() && !withChassis.isNew();
    Folder into = chassisIsOlder ? withChassis : withVin;
    Folder from = chassisIsOlder ? withVin : withChassis;
    into.messages().addAll(from.messages());
    into.marks().addAll(from.marks());
    for (Mark mark : from.marks()) {
      byMark.put(mark, into);
      newMarks.replace(mark, into.record().id());
    }
    folders.remove(from);
    touched.remove(from);
    touched.add(into);
    if (!from.isNew()) {
      merged.add(new Merge(from.before(), into.record().id()));
      into.note(
          VehicleEvent.Kind.MERGED,
          "The register says that the record of " + from.record().identity().mark() + " is its.");
      into.record(taken(into.record(), from.record()));
    }
    return into;
  }

  private static VehicleRecord taken(VehicleRecord into, VehicleRecord from) {
    if (into.step() == Step.ACCEPTED) {
      return into;
    }
    VehicleRecord record = into.is(into.identity(), into.assigned().with(from.assigned()));
    return record.isOpen() && !from.isOpen() ? record.at(from.step(), from.because()) : record;
  }

  private Optional<Refusal> contradiction(FeedMessage message) {
    return switch (message) {
      case Registered registered -> contradiction(registered);
      case Completed(var _, Completion completion) ->
          Optional.ofNullable(byMark.get(Mark.of(completion.vin()))).stream()
              .filter(folder -> folder.record().step() == Step.ACCEPTED)
              .flatMap(folder -> folder.messages().stream())
              .filter(Completed.class::isInstance)
              .map(known -> ((Completed) known).completion())
              .filter(known -> known.kind() == completion.kind() && !known.equals(completion))
              .findFirst()
              .map(Filing::completedOtherwise);
      case ModelAssigned _, VinAssigned _, AccountAssigned _ -> Optional.empty();
    };
  }

  private Optional<Refusal> contradiction(Registered registered) {
    List<Folder> about =
        registered.identity().marks().stream()
            .flatMap(mark -> Optional.ofNullable(byMark.get(mark)).stream())
            .distinct()
            .toList();
    long vins =
        Stream.concat(
                registered.identity().marks().stream(),
                about.stream().flatMap(folder -> folder.marks().stream()))
            .filter(mark -> mark.kind() == Mark.Kind.VIN)
            .distinct()
            .count();
    if (vins > 1) {
      return Optional.of(
          Refusal.refused(
              "chassis-of-another-vehicle",
              "The %s is that of a vehicle with another VIN; tell which of the two it is."
                  .formatted(registered.identity().marks().getLast())));
    }
    var revisions = new HashMap<Integer, Registered>();
    var all =
        Stream.concat(
            about.stream().flatMap(folder -> folder.messages().stream()), Stream.of(registered));
    for (FeedMessage message : (Iterable<FeedMessage>) all::iterator) {
      if (message instanceof Registered each) {
        Registered known = revisions.putIfAbsent(each.revision(), each);
        if (known != null
            && !(known.specification().equals(each.specification())
                && known.identity().equals(each.identity()))) {
          return Optional.of(
              Refusal.refused(
                  "revision-contradicted",
                  "Revision %d of the register's record of %s came before and said otherwise; a correction is a higher revision."
                      .formatted(each.revision(), registered.identity().mark())));
        }
      }
    }
    return Optional.empty();
  }

  private static Refusal completedOtherwise(Completion known) {
    return Refusal.refused(
        "completed-otherwise",
        "The %s of %s was complete with revision %d for account %s on %s, and the vehicle is accepted; a completion is corrected before acceptance only."
            .formatted(
                known.kind().words(),
                Mark.of(known.vin()),
                known.registerRevision(),
                known.account(),
                known.completedOn()));
  }

  private static Refusal reused(FeedMessage message) {
    return Refusal.refused(
        "message-id-reused",
        "%s sent message %s before and it said otherwise; something new needs a new id."
            .formatted(message.origin().source(), message.origin().messageId()));
  }

  /** All folders: those that were filed into, and those whose model an account was named for. */
  SequencedSet<Folder> folders() {
    return folders;
  }

  /** The folder of the vehicle with this mark. */
  Optional<Folder> folder(Mark mark) {
    return Optional.ofNullable(byMark.get(mark));
  }

  Map<ModelCode, List<ModelAssigned>> models() {
    return models;
  }

  /** All that is to be kept, at the moment. */
  Changes changes(Instant moment, String by) {
    var changed =
        folders.stream()
            .filter(folder -> !folder.isNew())
            .filter(folder -> touched.contains(folder) || !folder.record().equals(folder.before()))
            .map(Folder::record)
            .toList();
    return new Changes(
        moment,
        kept,
        folders.stream().filter(Folder::isNew).map(Folder::record).toList(),
        changed,
        newMarks,
        merged,
        folders.stream().flatMap(folder -> folder.events(ids, moment, by).stream()).toList(),
        folders.stream()
            .flatMap(
                folder ->
                    folder.tooLate().stream()
                        .map(
                            late ->
                                new LateCorrection(ids.get(), folder.record().id(), late, moment)))
            .toList());
  }
}
