package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.vehicle.VehicleBook.Count;
import org.jspecify.annotations.Nullable;

/** The vehicle records, to look at. */
@Singleton
public final class VehicleRecords {

  /** How many records or events a list has at most. */
  public static final int MOST = 1_000;

  private final VehicleBook book;

  VehicleRecords(VehicleBook book) {
    this.book = book;
  }

  /** The record with this id, or the one that it was merged into. */
  public Optional<VehicleRecord> find(VehicleId id) {
    return book.find(id);
  }

  /** The record of the vehicle with this VIN or chassis number. */
  public Optional<VehicleRecord> find(Mark mark) {
    return book.find(mark);
  }

  /** What the register says of the vehicle by its latest record, where it said something. */
  public Optional<Specification> registered(VehicleId id) {
    return book.files(List.of(id)).stream()
        .flatMap(file -> file.messages().stream())
        .filter(FeedMessage.Registered.class::isInstance)
        .map(FeedMessage.Registered.class::cast)
        .max(java.util.Comparator.comparingInt(FeedMessage.Registered::revision))
        .map(FeedMessage.Registered::specification);
  }

  /**
   * An account's records in the order of their ids.
   *
   * @param step those at this step; all where none is given
   * @param after the id of the last record that was seen; empty to begin
   * @param most how many at most, up to {@link #MOST}
   */
  public List<VehicleRecord> inAccount(
      AccountNumber account, @Nullable Step step, String after, int most) {
    return book.inAccount(account, step, after, Math.min(most, MOST));
  }

  /**
   * How many records an account has that are neither accepted nor rejected, by step and by the name
   * of what was decided last.
   */
  public List<Count> counts(AccountNumber account) {
    return book.counts(account);
  }

  /** What an account's records that wait to be accepted come to. */
  public Waiting waiting(AccountNumber account) {
    return Waiting.of(book.counts(account));
  }

  /** What happened to the record, the first first. */
  public List<VehicleEvent> history(VehicleId id) {
    return book.history(id, MOST);
  }

  /**
   * What happened to the record since it came into the account that it is in, the first first; what
   * was before is another's affair. Where it was never in another, all that happened to it.
   */
  public List<VehicleEvent> historyInAccount(VehicleId id) {
    List<VehicleEvent> all = history(id);
    if (all.stream().filter(VehicleRecords::assigns).count() <= 1) {
      return all;
    }
    // those of a record that became part of this one may be of another account
    List<VehicleEvent> own = all.stream().filter(event -> event.vehicle().equals(id)).toList();
    int last = own.size() - 1;
    while (last > 0 && !assigns(own.get(last))) {
      last--;
    }
    return own.subList(Math.max(last, 0), own.size());
  }

  private static boolean assigns(VehicleEvent event) {
    return event.kind() == VehicleEvent.Kind.ASSIGNED;
  }

  /** Corrections that came after acceptance, in the order of their ids, after the id. */
  public List<LateCorrection> lateCorrections(String after, int most) {
    return book.lateCorrections(after, Math.min(most, MOST));
  }
}
