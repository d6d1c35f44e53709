package nz.cleancar.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The notices that are still to be sent, for those who send them. Several services may ask at once:
 * what one has claimed, no other gets until the claim ends.
 */
public interface Unsent {

  /**
   * Claims notices that are due, those due longest first. Claiming one counts as a try.
   *
   * @param most how many at most
   * @param lease how long the claim holds
   * @param agencys whether those to the agency are claimed too
   */
  List<Claim> claim(int most, Instant now, Duration lease, boolean agencys);

  /** A mail server took it. */
  void sent(Claim claim, Instant at);

  /** It was not delivered, and is tried again at the moment. */
  void putOff(Claim claim, String why, Instant until);

  /** It was not delivered, and is not tried again. */
  void giveUp(Claim claim, String why);

  /** It was not tried after all; it is due again at once, as if nobody had claimed it. */
  void release(Claim claim, Instant now);

  /**
   * A notice that is one sender's until the claim ends.
   *
   * @param id the notice's id
   * @param notice the notice
   * @param tries how often it was tried, with this time
   * @param until when the claim ends
   */
  record Claim(String id, Notice notice, int tries, Instant until) {}
}
