package nz.cleancar.agency;

import java.util.function.Supplier;

/** Reads the database as it was at one moment, though others write to it meanwhile. */
public interface OneMoment {

  /** Does what only reads. */
  <T> T read(Supplier<T> reading);
}
