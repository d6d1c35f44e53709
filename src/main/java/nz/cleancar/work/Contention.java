package nz.cleancar.work;

/** Tells failures that come of others being at work from all others. */
public interface Contention {

  /**
   * Whether it failed because others are at work: it waited its time for a lock or a connection, or
   * met others too often. Nothing of it was done, and the same may well go after a moment.
   */
  boolean caused(Throwable failure);
}
