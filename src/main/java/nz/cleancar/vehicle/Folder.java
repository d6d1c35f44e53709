package nz.cleancar.vehicle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nz.cleancar.vehicle.FeedMessage.Registered;
import nz.cleancar.vehicle.LateCorrection.Late;

/** A vehicle's file while it is worked on: changes are noted, and kept all at once. */
final class Folder {

  private final boolean isNew;
  private final VehicleRecord before;
  private final Set<Mark> marks;
  private final List<FeedMessage> messages;
  private final List<Note> notes = new ArrayList<>();
  private final List<Late> tooLate = new ArrayList<>();
  private VehicleRecord now;
  private List<FeedMessage> considered;

  /** Something that happened, before it has an id. */
  record Note(VehicleEvent.Kind kind, String says, Optional<nz.cleancar.decision.DecisionId> on) {}

  private Folder(boolean isNew, VehicleFile file) {
    this.isNew = isNew;
    this.before = file.record();
    this.now = file.record();
    this.marks = new TreeSet<>(file.marks());
    this.messages = new ArrayList<>(file.messages());
    this.considered = file.messages();
  }

  /** The file of a vehicle that is known. */
  static Folder of(VehicleFile file) {
    return new Folder(false, file);
  }

  /** The file of a vehicle that was not heard of before. */
  static Folder opened(VehicleRecord record) {
    return new Folder(true, new VehicleFile(record, Set.of(), List.of()));
  }

  VehicleRecord record() {
    return now;
  }

  void record(VehicleRecord changed) {
    now = changed;
  }

  /** Whether there was no record of it before. */
  boolean isNew() {
    return isNew;
  }

  /** The record as it was read. */
  VehicleRecord before() {
    return before;
  }

  Set<Mark> marks() {
    return marks;
  }

  List<FeedMessage> messages() {
    return messages;
  }

  /** The messages that what is decided rests on. */
  List<FeedMessage> considered() {
    return considered;
  }

  /** What is decided rests on all messages from now on. */
  void consider() {
    considered = List.copyOf(messages);
  }

  List<Note> notes() {
    return notes;
  }

  List<Late> tooLate() {
    return tooLate;
  }

  void note(VehicleEvent.Kind kind, String says) {
    notes.add(new Note(kind, says, Optional.empty()));
  }

  void note(VehicleEvent.Kind kind, String says, nz.cleancar.decision.DecisionId decision) {
    notes.add(new Note(kind, says, Optional.of(decision)));
  }

  /** The register's record of the revision, if it came. */
  Optional<Registered> revision(int revision) {
    return messages.stream()
        .filter(Registered.class::isInstance)
        .map(Registered.class::cast)
        .filter(registered -> registered.revision() == revision)
        .findFirst();
  }

  /** What happened, with ids. */
  List<VehicleEvent> events(java.util.function.Supplier<String> ids, Instant moment, String by) {
    return notes.stream()
        .map(
            note ->
                new VehicleEvent(
                    ids.get(),
                    now.id(),
                    moment,
                    note.kind(),
                    note.says(),
                    note.on().orElse(null),
                    by))
        .toList();
  }
}
