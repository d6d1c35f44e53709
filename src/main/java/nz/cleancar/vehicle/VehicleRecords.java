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

  /** Corrections that came after acceptance, in the order of their ids, after the id. */
  public List<LateCorrection> lateCorrections(String after, int most) {
    return book.lateCorrections(after, Math.min(most, MOST));
  }
}
