package nz.cleancar.work;

import java.time.Instant;

/** Where new things get their ids. */
public interface UniqueIds {

  /** An id of 26 capital letters and digits that nothing else has, sorting by the moment. */
  String next(Instant moment);
}
