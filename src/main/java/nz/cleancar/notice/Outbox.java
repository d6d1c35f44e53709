package nz.cleancar.notice;

import java.util.List;
import nz.cleancar.standard.AccountNumber;

/**
 * The notices that were posted. A notice is posted in the same work as what it tells of, so that it
 * is kept if and only if that is; it is sent later, and readable at once.
 */
public interface Outbox {

  /** Posts a notice, unless one with its key was posted before. Whether it was posted now. */
  boolean post(Notice notice);

  /** The notices to the holder of an account, newest first; those to the agency are left out. */
  List<PostedNotice> toHolderOf(AccountNumber account, Page page);

  /** The notices in the state, newest first. */
  List<PostedNotice> in(PostedNotice.State state, Page page);

  /** All notices, newest first. */
  List<PostedNotice> all(Page page);

  /**
   * Which part of a list.
   *
   * @param after the id of the last notice that was seen; empty to begin
   * @param most how many at most, 1 or more
   */
  record Page(String after, int most) {
    public Page {
      if (most < 1) {
        throw new IllegalArgumentException("A page has room for one.");
      }
    }
  }
}
