package nz.cleancar.notice;

import java.time.Duration;
import java.util.List;
import nz.cleancar.notice.Mail.Delivery;
import nz.cleancar.notice.Unsent.Claim;
import nz.cleancar.standard.NewZealand;

/**
 * Sends the notices that are due. Several services may have one each: a notice is claimed before it
 * is sent, and once a mail server took it, it is never sent again, unless the process dies, or the
 * connection to the mail server or the database is lost, between the server's word and its record.
 * Such a notice goes out a second time under the same message id.
 */
public final class Postman {

  private final Unsent unsent;
  private final Mail mail;
  private final NewZealand newZealand;
  private final Settings settings;

  public Postman(Unsent unsent, Mail mail, NewZealand newZealand, Settings settings) {
    this.unsent = unsent;
    this.mail = mail;
    this.newZealand = newZealand;
    this.settings = settings;
  }

  /**
   * How notices are sent.
   *
   * @param group how many are claimed at once
   * @param lease how long a claim holds; half of it must be enough for one delivery
   * @param firstWait how long a notice waits after it was not delivered first; twice as long after
   *     each further time
   * @param longestWait how long it waits at most
   * @param mostTries how often it is tried before it is given up
   */
  public record Settings(
      int group, Duration lease, Duration firstWait, Duration longestWait, int mostTries) {

    /** How long a notice waits that was tried so often. */
    Duration waitAfter(int tries) {
      var wait = firstWait;
      for (int i = 1; i < tries && wait.compareTo(longestWait) < 0; i++) {
        wait = wait.multipliedBy(2);
      }
      return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
  }

  /**
   * Sends what is due, and says how many notices a mail server took. Ends where none is left, or
   * where a server is away or hangs up before the first.
   */
  public int round() {
    int taken = 0;
    var sent = Sent.NONE;
    do {
      sent = group();
      taken += sent.taken();
    } while (sent.tried() > 0);
    return taken;
  }

  private Sent group() {
    var claims =
        unsent.claim(settings.group(), newZealand.now(), settings.lease(), mail.reachesAgency());
    if (claims.isEmpty()) {
      return Sent.NONE;
    }
    try (var connection = mail.connect()) {
      return send(connection, claims);
    } catch (Mail.Away away) {
      claims.forEach(claim -> putOff(claim, away.says()));
      return Sent.NONE;
    }
  }

  /** How many of a group were tried, and how many a server took. */
  private record Sent(int tried, int taken) {
    static final Sent NONE = new Sent(0, 0);
  }

  /** Sends the claimed notices while the connection and the claims hold; lets go of the rest. */
  private Sent send(Mail.Connection connection, List<Claim> claims) {
    int tried = 0;
    int taken = 0;
    for (Claim claim : claims) {
      if (connection.isOpen() && holds(claim)) {
        tried++;
        taken += settle(claim, connection.deliver(claim.id(), claim.notice())) ? 1 : 0;
      } else {
        unsent.release(claim, newZealand.now());
      }
    }
    return new Sent(tried, taken);
  }

  private boolean holds(Claim claim) {
    return newZealand.now().isBefore(claim.until().minus(settings.lease().dividedBy(2)));
  }

  /** Records what became of a delivery. Whether a mail server took it. */
  private boolean settle(Claim claim, Delivery delivery) {
    switch (delivery) {
      case Delivery.Taken _ -> unsent.sent(claim, newZealand.now());
      case Delivery.Later(String why) -> putOff(claim, why);
      case Delivery.Never(String why) -> unsent.giveUp(claim, why);
    }
    return delivery instanceof Delivery.Taken;
  }

  private void putOff(Claim claim, String why) {
    if (claim.tries() >= settings.mostTries()) {
      unsent.giveUp(claim, why);
    } else {
      unsent.putOff(claim, why, newZealand.now().plus(settings.waitAfter(claim.tries())));
    }
  }
}
