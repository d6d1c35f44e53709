package nz.cleancar.work;

import java.util.function.Supplier;

/**
 * Makes several changes one: either all of them are kept, also after the process was killed, or
 * none is. Work inside work is part of the outer one.
 */
public interface AllOrNothing {

  /**
   * Does the work. What it throws undoes it. Work that met another's in the database (a deadlock)
   * is undone and done again, so it must do nothing but change what is undone with it. Work that
   * waited its time for a lock or a connection fails, as {@link Contention} tells.
   */
  <T> T run(Supplier<T> work);

  /** Does the work, and undoes it where it is refused. */
  <T> Attempt<T> attempt(Supplier<Attempt<T>> work);
}
