package nz.cleancar.work.store;

import com.github.f4b6a3.ulid.UlidFactory;
import jakarta.inject.Singleton;
import java.time.Instant;
import nz.cleancar.work.UniqueIds;

/** Ids that are ULIDs: those of one instance rise also within a millisecond. */
@Singleton
final class UlidIds implements UniqueIds {

  private final UlidFactory ulids = UlidFactory.newMonotonicInstance();

  @Override
  public String next(Instant moment) {
    return ulids.create(moment.toEpochMilli()).toString();
  }
}
